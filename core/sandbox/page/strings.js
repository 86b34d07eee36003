// What the call page says, in Italian and English.

const texts = {
  it: {
    title: 'Teleconsulto', sandbox: 'Sandbox', participants: 'Partecipanti', controls: 'Comandi della chiamata',
    connecting: 'Collegamento in corso…', reconnecting: 'Collegamento perso, nuovo tentativo in corso…',
    alone: 'In attesa degli altri partecipanti', together: '{count} partecipanti', you: 'Lei', youNamed: '{name} (lei)',
    participant: 'Partecipante {number}', screenOf: 'Schermo di {name}', ownScreen: 'Questo schermo', peerConnecting: 'Collegamento…',
    mute: 'Disattiva il microfono', unmute: 'Attiva il microfono', cameraOff: 'Disattiva la videocamera',
    cameraOn: 'Attiva la videocamera', share: 'Condividi lo schermo', stopSharing: 'Interrompi la condivisione dello schermo',
    hangUp: 'Termina la chiamata', chat: 'Chat', chatInput: 'Scrivere un messaggio', send: 'Invia', noMessages: 'Ancora nessun messaggio.',
    files: 'File', shareFile: 'Condividi un file', noFiles: 'Ancora nessun file.', close: 'Chiudi', unread: '{count} nuovi',
    fileTooLarge: 'Il file è troppo grande: al massimo {size} MB.', fileFailed: 'Il file non è stato inviato. Riprovare.',
    nothing: 'Videocamera e microfono non disponibili: si partecipa senza. Si possono vedere e ascoltare gli altri.',
    noCamera: 'Videocamera non disponibile: si partecipa solo con la voce.',
    noMicrophone: 'Microfono non disponibile: gli altri non possono sentire.',
    noScreen: 'Lo schermo non può essere condiviso.', soundBlocked: 'Il browser blocca l’audio.', enableSound: 'Attiva l’audio',
    endingSoon: 'La chiamata termina tra {seconds} secondi: il tempo della stanza è quasi finito.',
    ended: 'La chiamata è terminata', rejoin: 'Rientra', redirecting: 'Tra un momento verrà aperta un’altra pagina.',
    hung_up: 'Ha lasciato la chiamata.', lonely: 'Gli altri partecipanti hanno lasciato la chiamata.',
    closed: 'La stanza è stata chiusa.', used_up: 'Il tempo della stanza è finito.', removed: 'Non partecipa più a questa chiamata.',
    taken_over: 'La chiamata continua in un’altra finestra.', dead_link: 'Questo link non è più valido.',
    failed: 'La chiamata non si apre', failedText: 'Il servizio di videochiamata non risponde come previsto.', retry: 'Riprova',
  },
  en: {
    title: 'Video consultation', sandbox: 'Sandbox', participants: 'Participants', controls: 'Call controls',
    connecting: 'Connecting…', reconnecting: 'Connection lost, trying again…',
    alone: 'Waiting for the other participants', together: '{count} participants', you: 'You', youNamed: '{name} (you)',
    participant: 'Participant {number}', screenOf: 'Screen of {name}', ownScreen: 'Your screen', peerConnecting: 'Connecting…',
    mute: 'Turn off the microphone', unmute: 'Turn on the microphone', cameraOff: 'Turn off the camera',
    cameraOn: 'Turn on the camera', share: 'Share the screen', stopSharing: 'Stop sharing the screen',
    hangUp: 'Leave the call', chat: 'Chat', chatInput: 'Write a message', send: 'Send', noMessages: 'No messages yet.',
    files: 'Files', shareFile: 'Share a file', noFiles: 'No files yet.', close: 'Close', unread: '{count} new',
    fileTooLarge: 'The file is too large: {size} MB at most.', fileFailed: 'The file was not sent. Try again.',
    nothing: 'No camera or microphone available: you take part without them. You can see and hear the others.',
    noCamera: 'No camera available: you take part by voice only.',
    noMicrophone: 'No microphone available: the others cannot hear you.',
    noScreen: 'The screen cannot be shared.', soundBlocked: 'The browser blocks sound.', enableSound: 'Turn on sound',
    endingSoon: 'The call ends in {seconds} seconds: the time of the room is almost over.',
    ended: 'The call has ended', rejoin: 'Rejoin', redirecting: 'Another page opens in a moment.',
    hung_up: 'You have left the call.', lonely: 'The other participants have left the call.',
    closed: 'The room has been closed.', used_up: 'The time of the room is over.', removed: 'You no longer take part in this call.',
    taken_over: 'The call continues in another window.', dead_link: 'This link is no longer valid.',
    failed: 'The call does not open', failedText: 'The video call service does not answer as expected.', retry: 'Try again',
  },
};

let current = texts.en;

/** Chooses the language; any but Italian is English, as only these two are complete. */
export function useLanguage(code) {
  current = texts[code] || texts.en;
  document.documentElement.lang = texts[code] ? code : 'en';
}

export function text(key, values = {}) {
  return current[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** An accessible name that is shown as a tool tip too. */
export function setLabel(element, label) {
  element.setAttribute('aria-label', label);
  element.title = label;
}

/** Fills every element that names a text. */
export function translatePage() {
  document.title = `${text('title')} – ${text('sandbox')}`;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = text(element.dataset.text);
  for (const element of document.querySelectorAll('[data-placeholder]')) element.placeholder = text(element.dataset.placeholder);
  for (const element of document.querySelectorAll('[data-label]')) {
    if (element.tagName === 'BUTTON') setLabel(element, text(element.dataset.label));
    else element.setAttribute('aria-label', text(element.dataset.label));
  }
}

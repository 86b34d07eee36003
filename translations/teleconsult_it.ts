<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en_US">
<context>
    <name>CommandLine</name>
    <message>
        <source>Video consultations between doctors and patients.</source>
        <translation>Teleconsulti in video tra medici e pazienti.</translation>
    </message>
    <message>
        <source>Read and write the settings in &lt;file&gt; instead of the user&apos;s own.</source>
        <translation>Legge e scrive le impostazioni in &lt;file&gt; invece che in quelle dell’utente.</translation>
    </message>
    <message>
        <source>Keep records and call data in &lt;dir&gt; instead of the user&apos;s own folder.</source>
        <translation>Conserva i dati e i file delle chiamate in &lt;dir&gt; invece che nella cartella dell’utente.</translation>
    </message>
</context>
<context>
    <name>Startup</name>
    <message>
        <source>The folder %1 cannot be written to. Make room on the disk or change the folder&apos;s permissions, then start Teleconsult again.</source>
        <translation>Non è possibile scrivere nella cartella %1. Liberare spazio sul disco o cambiare i permessi della cartella, quindi riavviare Teleconsult.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AgendaContent</name>
    <message>
        <source>Consultations</source>
        <translation>Teleconsulti</translation>
    </message>
    <message>
        <source>Consultations of the week</source>
        <translation>Teleconsulti della settimana</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AgendaEmptyState</name>
    <message>
        <source>The agenda cannot be loaded</source>
        <translation>Impossibile caricare l’agenda</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Nessun risultato per «%1»</translation>
    </message>
    <message>
        <source>Type the beginning of a first or a last name of somebody who takes part.</source>
        <translation>Digitare l’inizio del nome o del cognome di un partecipante.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Annulla ricerca</translation>
    </message>
    <message>
        <source>No consultations today</source>
        <translation>Nessun teleconsulto oggi</translation>
    </message>
    <message>
        <source>No consultations on %1</source>
        <comment>on Monday 12 May</comment>
        <translation>Nessun teleconsulto %1</translation>
    </message>
    <message>
        <source>What you schedule appears here, and everyone who takes part gets a link of their own.</source>
        <translation>I teleconsulti programmati compaiono qui; ogni partecipante riceve un proprio link.</translation>
    </message>
    <message>
        <source>Schedule for this day</source>
        <translation>Programma per questo giorno</translation>
    </message>
    <message>
        <source>Restore the demo clinic</source>
        <translation>Ripristina la clinica dimostrativa</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AgendaModel</name>
    <message>
        <source>Join</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>Re-enter</source>
        <translation>Rientra</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ora</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>time, participants, state</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, consultation</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Earlier · %1</source>
        <comment>a day in the past</comment>
        <translation>Prima · %1</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AgendaPage</name>
    <message>
        <source>Search results</source>
        <translation>Risultati della ricerca</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>The consultation was not deleted (%1). %2</source>
        <comment>participants, why</comment>
        <translation>Il teleconsulto non è stato eliminato (%1). %2</translation>
    </message>
    <message>
        <source>As of %1. The service is slow to answer; what is new follows by itself.</source>
        <translation>Ultimo aggiornamento: %1. Il servizio risponde lentamente; le novità arriveranno da sole.</translation>
    </message>
    <message>
        <source>As of %1: what you see may be out of date. %2</source>
        <comment>a moment, why</comment>
        <translation>Ultimo aggiornamento: %1. Quanto mostrato potrebbe non essere più attuale. %2</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AgendaToolbar</name>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Precedente</translation>
    </message>
    <message>
        <source>Previous (Alt+Left)</source>
        <translation>Precedente (Alt+Sinistra)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Successivo</translation>
    </message>
    <message>
        <source>Next (Alt+Right)</source>
        <translation>Successivo (Alt+Destra)</translation>
    </message>
    <message>
        <source>Choose a date</source>
        <translation>Scegli una data</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Giorno</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Settimana</translation>
    </message>
    <message>
        <source>Search participants</source>
        <translation>Cerca partecipanti</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Annulla ricerca</translation>
    </message>
    <message>
        <source>Schedule consultation</source>
        <translation>Programma teleconsulto</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Schedule consultation (Ctrl+N)</source>
        <translation>Programma teleconsulto (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AgendaWeekView</name>
    <message numerus="yes">
        <source>%n more on %1</source>
        <comment>on Monday 12 May</comment>
        <translation>
            <numerusform>%n altro %1</numerusform>
            <numerusform>Altri %n %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Chiudi avviso</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::CallPage</name>
    <message>
        <source>Leave call</source>
        <translation>Lascia la chiamata</translation>
    </message>
    <message>
        <source>Back to the agenda</source>
        <translation>Torna all’agenda</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Collegamento…</translation>
    </message>
    <message>
        <source>The call opens in a moment. You may be asked for the camera and the microphone.</source>
        <translation>La chiamata si apre tra un momento. Potrebbe essere richiesto l’uso di videocamera e microfono.</translation>
    </message>
    <message>
        <source>%1 does not take part</source>
        <comment>a person&apos;s name</comment>
        <translation>%1 non partecipa</translation>
    </message>
    <message>
        <source>A call is entered in the name of the person who uses this station, and only those who take part can enter.</source>
        <translation>Si entra in una chiamata a nome di chi usa la postazione e può entrare solo chi partecipa.</translation>
    </message>
    <message>
        <source>Change who uses this station</source>
        <translation>Cambia chi usa la postazione</translation>
    </message>
    <message>
        <source>This consultation is not open yet</source>
        <translation>Questo teleconsulto non è ancora aperto</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>This call is closed</source>
        <translation>Questa chiamata è chiusa</translation>
    </message>
    <message>
        <source>Its room has ended and cannot be entered again. Schedule a new consultation to meet once more.</source>
        <translation>La stanza è terminata e non è più accessibile. Per incontrarsi di nuovo, programmare un altro teleconsulto.</translation>
    </message>
    <message>
        <source>The call cannot be shown</source>
        <translation>Impossibile mostrare la chiamata</translation>
    </message>
    <message>
        <source>The call page was not loaded, or it stopped working. Check the network and try again.</source>
        <translation>La pagina della chiamata non è stata caricata o ha smesso di funzionare. Verificare la rete e riprovare.</translation>
    </message>
    <message>
        <source>The file was not saved: files from a call cannot be saved on this station. Ask for it to be sent another way.</source>
        <translation>Il file non è stato salvato: su questa postazione non è possibile salvare i file ricevuti in chiamata. Chiedere che venga inviato in un altro modo.</translation>
    </message>
    <message>
        <source>The call page refused to open. Its room may have ended: refresh the agenda, or schedule a new consultation.</source>
        <translation>La pagina della chiamata ha rifiutato l’accesso. La stanza potrebbe essere terminata: aggiornare l’agenda o programmare un nuovo teleconsulto.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ConsultationDeletion</name>
    <message>
        <source>Delete this consultation?</source>
        <translation>Eliminare questo teleconsulto?</translation>
    </message>
    <message>
        <source>%1, %2, with %3. It disappears from every agenda, and the links handed out stop working. This cannot be undone.</source>
        <comment>day, times, participants</comment>
        <translation>%1, %2, con %3. Scompare da tutte le agende e i link consegnati smettono di funzionare. L’operazione non può essere annullata.</translation>
    </message>
    <message>
        <source>Delete consultation</source>
        <translation>Elimina teleconsulto</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Mantieni</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ConsultationDetails</name>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>No consultation selected</source>
        <translation>Nessun teleconsulto selezionato</translation>
    </message>
    <message>
        <source>Select one in the agenda to see who takes part and to join it.</source>
        <translation>Selezionarne uno nell’agenda per vedere chi partecipa e per entrare.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Partecipanti</translation>
    </message>
    <message>
        <source>Invite a participant</source>
        <translation>Invita un partecipante</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Eliminazione…</translation>
    </message>
    <message>
        <source>Delete consultation</source>
        <translation>Elimina teleconsulto</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (lei)</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Lingua: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more participant(s) not known yet</source>
        <translation>
            <numerusform>%n altro partecipante non ancora noto</numerusform>
            <numerusform>Altri %n partecipanti non ancora noti</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand each person their own link or QR code.</source>
        <translation>Consegnare a ciascuno il proprio link o codice QR.</translation>
    </message>
    <message>
        <source>Links are there once the room is open.</source>
        <translation>I link sono disponibili quando la stanza è aperta.</translation>
    </message>
    <message>
        <source>Links are there once everyone is known and the room is open.</source>
        <translation>I link sono disponibili quando tutti sono noti e la stanza è aperta.</translation>
    </message>
    <message>
        <source>Re-enter</source>
        <translation>Rientra</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>%1 does not take part in this consultation.</source>
        <translation>%1 non partecipa a questo teleconsulto.</translation>
    </message>
    <message>
        <source>It can be joined once everyone is known.</source>
        <translation>Si può entrare quando tutti i partecipanti sono noti.</translation>
    </message>
    <message>
        <source>There is no room yet.</source>
        <translation>La stanza non esiste ancora.</translation>
    </message>
    <message>
        <source>The room was closed. Schedule another consultation to meet again.</source>
        <translation>La stanza è stata chiusa. Per incontrarsi di nuovo, programmare un altro teleconsulto.</translation>
    </message>
    <message>
        <source>Checking whether you take part…</source>
        <translation>Verifica della partecipazione…</translation>
    </message>
    <message>
        <source>Whether you take part could not be checked.</source>
        <translation>Impossibile verificare la partecipazione.</translation>
    </message>
    <message>
        <source>Say at the top of the window who uses this computer, to be able to join.</source>
        <translation>Indicare in alto nella finestra chi usa questo computer, per poter entrare.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::DateEdit</name>
    <message>
        <source>Open the calendar</source>
        <translation>Apri il calendario</translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>Apri il calendario (Alt+Giù)</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::DateText</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Domani</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ieri</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>Today · Monday 12 May</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>Monday 12 May at 10:15</comment>
        <translation>%1 alle %2</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ErrorText</name>
    <message>
        <source>full name</source>
        <translation>nome e cognome</translation>
    </message>
    <message>
        <source>group</source>
        <translation>gruppo</translation>
    </message>
    <message>
        <source>language</source>
        <translation>lingua</translation>
    </message>
    <message>
        <source>id in your records</source>
        <translation>codice nel vostro archivio</translation>
    </message>
    <message>
        <source>Enter a full name, or remove this participant.</source>
        <translation>Inserire nome e cognome, o rimuovere il partecipante.</translation>
    </message>
    <message>
        <source>Choose one of the groups that are set up here.</source>
        <translation>Scegliere uno dei gruppi configurati.</translation>
    </message>
    <message>
        <source>Choose Italian, English or the company&apos;s default.</source>
        <translation>Scegliere italiano, inglese o la lingua dell’azienda.</translation>
    </message>
    <message>
        <source>Another participant has this id. Each person takes part once.</source>
        <translation>Un altro partecipante ha questo codice. Ogni persona partecipa una sola volta.</translation>
    </message>
    <message>
        <source>Enter the id under which your records know this person.</source>
        <translation>Inserire il codice con cui il vostro archivio conosce questa persona.</translation>
    </message>
    <message>
        <source>Nobody here may open the room. Add a doctor, or change someone&apos;s group.</source>
        <translation>Nessuno dei presenti può aprire la stanza. Aggiungere un medico o cambiare il gruppo di qualcuno.</translation>
    </message>
    <message>
        <source>Expect between %1 and %2 participants.</source>
        <translation>Prevedere da %1 a %2 partecipanti.</translation>
    </message>
    <message>
        <source>There are more participants than expected. Raise the expected number, or remove someone.</source>
        <translation>I partecipanti sono più del previsto. Aumentare il numero previsto o rimuovere qualcuno.</translation>
    </message>
    <message>
        <source>Enter a date and a start time that exist.</source>
        <translation>Inserire una data e un’ora di inizio esistenti.</translation>
    </message>
    <message>
        <source>End at least %1 minutes later.</source>
        <translation>Terminare almeno %1 minuti dopo.</translation>
    </message>
    <message>
        <source>Take at least %1 minutes.</source>
        <translation>Durata minima: %1 minuti.</translation>
    </message>
    <message>
        <source>End at most %1 hours later.</source>
        <translation>Terminare al massimo %1 ore dopo.</translation>
    </message>
    <message>
        <source>Take at most %1 hours.</source>
        <translation>Durata massima: %1 ore.</translation>
    </message>
    <message>
        <source>Give either a duration or an end time.</source>
        <translation>Indicare una durata oppure un’ora di fine.</translation>
    </message>
    <message>
        <source>Enter an end time that exists.</source>
        <translation>Inserire un’ora di fine esistente.</translation>
    </message>
    <message>
        <source>Enter a duration in minutes.</source>
        <translation>Inserire una durata in minuti.</translation>
    </message>
    <message>
        <source>Enter the name of the person who uses this computer.</source>
        <translation>Inserire il nome di chi usa questo computer.</translation>
    </message>
    <message>
        <source>Choose at least one group.</source>
        <translation>Scegliere almeno un gruppo.</translation>
    </message>
    <message>
        <source>Something is missing here. Fill it in and try again.</source>
        <translation>Qui manca qualcosa. Completare e riprovare.</translation>
    </message>
    <message>
        <source>This was not accepted. Check what was entered and try again.</source>
        <translation>Non accettato. Controllare i dati inseriti e riprovare.</translation>
    </message>
    <message>
        <source>No API key is set up. Ask whoever set Teleconsult up to name the file that holds it.</source>
        <translation>Nessuna chiave API configurata. Chiedere a chi ha configurato Teleconsult di indicare il file che la contiene.</translation>
    </message>
    <message>
        <source>The file with the API key is not there or cannot be read. Put it back, then try again.</source>
        <translation>Il file con la chiave API manca o non è leggibile. Ripristinarlo e riprovare.</translation>
    </message>
    <message>
        <source>Others on this computer can read the file with the API key. Let only its owner read it, then try again.</source>
        <translation>Altri su questo computer possono leggere il file con la chiave API. Renderlo leggibile solo al proprietario e riprovare.</translation>
    </message>
    <message>
        <source>The file with the API key holds no usable key. Put the key into it, then try again.</source>
        <translation>Il file della chiave API non contiene una chiave utilizzabile. Inserirvi la chiave e riprovare.</translation>
    </message>
    <message>
        <source>The sandbox could not be started. Start Teleconsult again.</source>
        <translation>Impossibile avviare la sandbox. Riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The records on this computer were written by a newer version of Teleconsult. Install that version, then try again.</source>
        <translation>I dati su questo computer sono stati scritti da una versione più recente di Teleconsult. Installare quella versione e riprovare.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it, then try again.</source>
        <translation>Il disco è pieno. Liberare spazio e riprovare.</translation>
    </message>
    <message>
        <source>The records on this computer may not be written. Ask whoever looks after it to allow it.</source>
        <translation>I dati su questo computer non sono scrivibili. Chiedere a chi lo gestisce di consentirlo.</translation>
    </message>
    <message>
        <source>The records on this computer are damaged. Ask whoever looks after it to restore them.</source>
        <translation>I dati su questo computer sono danneggiati. Chiedere a chi lo gestisce di ripristinarli.</translation>
    </message>
    <message>
        <source>Another program is using the records on this computer. Try again in a moment.</source>
        <translation>Un altro programma sta usando i dati su questo computer. Riprovare tra un momento.</translation>
    </message>
    <message>
        <source>The records on this computer could not be read or written. Check the disk, then try again.</source>
        <translation>Impossibile leggere o scrivere i dati su questo computer. Verificare il disco e riprovare.</translation>
    </message>
    <message>
        <source>No safe connection to the server is possible. Check the date of this computer; if it is right, ask whoever set Teleconsult up.</source>
        <translation>Nessuna connessione sicura al server è possibile. Verificare la data di questo computer; se è corretta, rivolgersi a chi ha configurato Teleconsult.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network connection, then try again.</source>
        <translation>Il server non è raggiungibile. Verificare la connessione di rete e riprovare.</translation>
    </message>
    <message>
        <source>This is no longer there: someone may have deleted it. Refresh the agenda.</source>
        <translation>Non esiste più: qualcuno potrebbe averlo eliminato. Aggiornare l’agenda.</translation>
    </message>
    <message>
        <source>The person who uses this computer does not take part. Ask to be added.</source>
        <translation>Chi usa questo computer non partecipa. Chiedere di essere aggiunti.</translation>
    </message>
    <message>
        <source>This exists already. Refresh the agenda to see it.</source>
        <translation>Esiste già. Aggiornare l’agenda per vederlo.</translation>
    </message>
    <message>
        <source>The room is already open, so the consultation can no longer be changed. Delete it and schedule another one if need be.</source>
        <translation>La stanza è già aperta, perciò il teleconsulto non può più essere modificato. Se necessario, eliminarlo e programmarne un altro.</translation>
    </message>
    <message>
        <source>The server is busy. Wait a minute, then try again.</source>
        <translation>Il server è occupato. Attendere un minuto e riprovare.</translation>
    </message>
    <message>
        <source>The server gave an answer that makes no sense. Try again; if it stays like this, ask whoever set Teleconsult up to check its address.</source>
        <translation>Il server ha dato una risposta incomprensibile. Riprovare; se il problema resta, chiedere a chi ha configurato Teleconsult di controllarne l’indirizzo.</translation>
    </message>
    <message>
        <source>The server has a problem of its own. Try again in a few minutes.</source>
        <translation>Il server ha un problema interno. Riprovare tra qualche minuto.</translation>
    </message>
    <message>
        <source>The server refused this. Check what was entered, then try again.</source>
        <translation>Il server ha rifiutato la richiesta. Controllare i dati inseriti e riprovare.</translation>
    </message>
    <message>
        <source>This was stopped before it was finished. Try again.</source>
        <translation>Operazione interrotta prima della fine. Riprovare.</translation>
    </message>
    <message>
        <source>Participant %1</source>
        <translation>Partecipante %1</translation>
    </message>
    <message>
        <source>Participant %1, %2</source>
        <translation>Partecipante %1, %2</translation>
    </message>
    <message>
        <source>Expected participants</source>
        <translation>Partecipanti previsti</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Partecipanti</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inizio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durata</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nome e cognome</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Codice</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppi</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A part of Teleconsult is missing or does not fit the rest. Install Teleconsult again.</source>
        <translation>Una parte di Teleconsult manca o non è compatibile con il resto. Installare di nuovo Teleconsult.</translation>
    </message>
    <message>
        <source>The setting %1 holds no address of a CRUD service. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>L’impostazione %1 non contiene l’indirizzo di un servizio CRUD. Chiedere a chi ha configurato Teleconsult di correggerla e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The setting %1 is missing, so the CRUD service cannot be asked for records. Ask whoever set Teleconsult up to name the collection and start Teleconsult again.</source>
        <translation>Manca l’impostazione %1, quindi non è possibile chiedere i dati al servizio CRUD. Chiedere a chi ha configurato Teleconsult di indicare la raccolta e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The setting %1 holds no name of a collection. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>L’impostazione %1 non contiene il nome di una raccolta. Chiedere a chi ha configurato Teleconsult di correggerla e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The server does not know the collection that is asked for. Ask whoever set Teleconsult up to check its name and the server&apos;s address.</source>
        <translation>Il server non conosce la raccolta richiesta. Chiedere a chi ha configurato Teleconsult di controllarne il nome e l’indirizzo del server.</translation>
    </message>
    <message>
        <source>The setting %1 holds no address of Kaleyra that begins with https. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>L’impostazione %1 non contiene un indirizzo di Kaleyra che inizi con https. Chiedere a chi ha configurato Teleconsult di correggerla e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>Another program uses the sandbox of this computer&apos;s records. Wait until it has ended, then start Teleconsult again.</source>
        <translation>Un altro programma sta usando la sandbox dei dati di questo computer. Attendere che termini, poi riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The API key that is set up is not a key. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>Ciò che è impostato come chiave API non è una chiave. Chiedere a chi ha configurato Teleconsult di correggerla e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The API key is set up both as a value and as a file. Ask whoever set Teleconsult up to leave one of them and start Teleconsult again.</source>
        <translation>La chiave API è impostata sia come valore sia come file. Chiedere a chi ha configurato Teleconsult di lasciarne uno solo e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The configuration file that the setting %1 names cannot be read. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>Il file di configurazione indicato dall’impostazione %1 non può essere letto. Chiedere a chi ha configurato Teleconsult di correggerlo e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The configuration file that the setting %1 names is not valid JSON. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>Il file di configurazione indicato dall’impostazione %1 non è in formato JSON. Chiedere a chi ha configurato Teleconsult di correggerlo e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The configuration file is not right at %1. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>Il file di configurazione contiene un errore in %1. Chiedere a chi ha configurato Teleconsult di correggerlo e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The setting %1 does not hold the address of an auth service. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>L’impostazione %1 non contiene l’indirizzo di un servizio che conosce le persone. Chiedere a chi ha configurato Teleconsult di correggerla e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>A newer Teleconsult has used the sandbox on this computer. Use that version.</source>
        <translation>La sandbox di questo computer è stata usata da una versione più recente di Teleconsult. Usare quella versione.</translation>
    </message>
    <message>
        <source>Nobody is known under this id. Check it.</source>
        <translation>Nessuno è noto con questo codice. Verificarlo.</translation>
    </message>
    <message>
        <source>Access was refused. Check who uses this computer, or ask whoever set Teleconsult up to check its API key.</source>
        <translation>Accesso rifiutato. Verificare chi usa questo computer o chiedere a chi ha configurato Teleconsult di verificare la chiave API.</translation>
    </message>
    <message>
        <source>The setting %1 holds no address of a Teleconsultation Service that begins with https. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>L’impostazione %1 non contiene un indirizzo di un servizio di teleconsulto che inizi con https. Chiedere a chi ha configurato Teleconsult di correggerla e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The token in the file that the setting %1 names cannot be used: the file is missing, empty, readable by others, or holds no token. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>Il token nel file indicato dall’impostazione %1 non può essere usato: il file manca, è vuoto, è leggibile da altri o non contiene un token. Chiedere a chi ha configurato Teleconsult di correggerlo e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The server that this station uses can only open single consultations: it has no list of them, no links for others and keeps no note of calls.</source>
        <translation>Il server usato da questa postazione può solo aprire singoli teleconsulti: non ne ha un elenco, non fornisce link per altri e non annota le chiamate.</translation>
    </message>
    <message>
        <source>The server that this station uses is no Teleconsultation Service. Ask whoever set Teleconsult up to check its address.</source>
        <translation>Il server usato da questa postazione non è un servizio di teleconsulto. Chiedere a chi ha configurato Teleconsult di controllarne l’indirizzo.</translation>
    </message>
    <message>
        <source>The server does not accept this station. Ask whoever set Teleconsult up to check the station&apos;s token.</source>
        <translation>Il server non accetta questa postazione. Chiedere a chi ha configurato Teleconsult di controllare il token della postazione.</translation>
    </message>
    <message>
        <source>The person who uses this computer may not see this. Check who that is.</source>
        <translation>La persona che usa questo computer non può vedere questi dati. Verificare di chi si tratta.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::InvitationDialog</name>
    <message>
        <source>Getting the links…</source>
        <translation>Recupero dei link…</translation>
    </message>
    <message>
        <source>The links could not be loaded</source>
        <translation>Impossibile caricare i link</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>The room was closed</source>
        <translation>La stanza è stata chiusa</translation>
    </message>
    <message>
        <source>Its links no longer work. Schedule another consultation to meet again.</source>
        <translation>I suoi link non funzionano più. Per incontrarsi di nuovo, programmare un altro teleconsulto.</translation>
    </message>
    <message>
        <source>No links yet</source>
        <translation>Ancora nessun link</translation>
    </message>
    <message>
        <source>Links are there once everyone is known and the room is open.</source>
        <translation>I link sono disponibili quando tutti sono noti e la stanza è aperta.</translation>
    </message>
    <message>
        <source>%1. Links are there from then on.</source>
        <comment>Opens at 10:15.</comment>
        <translation>%1. Da quel momento i link sono disponibili.</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copia link</translation>
    </message>
    <message>
        <source>Copy link of %1</source>
        <translation>Copia il link di %1</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Apri nel browser</translation>
    </message>
    <message>
        <source>Open link of %1 in a browser</source>
        <translation>Apri il link di %1 in un browser</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Codice QR</translation>
    </message>
    <message>
        <source>Show QR code of %1</source>
        <translation>Mostra il codice QR di %1</translation>
    </message>
    <message>
        <source>Link of %1 copied.</source>
        <translation>Link di %1 copiato.</translation>
    </message>
    <message>
        <source>Opened in a browser for %1.</source>
        <translation>Aperto in un browser per %1.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link instead.</source>
        <translation>Impossibile aprire un browser. Copiare il link.</translation>
    </message>
    <message>
        <source>QR code with the link of %1</source>
        <translation>Codice QR con il link di %1</translation>
    </message>
    <message>
        <source>%1. In the sandbox, links work on this computer only.</source>
        <translation>%1. Nella sandbox i link funzionano solo su questo computer.</translation>
    </message>
    <message>
        <source>%1. Scan it with the camera of a phone.</source>
        <translation>%1. Inquadrarlo con la fotocamera di un telefono.</translation>
    </message>
    <message>
        <source>Invite a participant</source>
        <translation>Invita un partecipante</translation>
    </message>
    <message>
        <source>Each link is personal: whoever has it can enter as that person. Give it to them only.</source>
        <translation>Ogni link è personale: chi lo possiede può entrare come quella persona. Consegnarlo solo a lei.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::LoadingRows</name>
    <message>
        <source>Loading the agenda</source>
        <translation>Caricamento dell’agenda</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::MainWindow</name>
    <message>
        <source>The call has ended.</source>
        <translation>La chiamata è terminata.</translation>
    </message>
    <message>
        <source>Re-enter</source>
        <translation>Rientra</translation>
    </message>
    <message>
        <source>Leave the call and close?</source>
        <translation>Lasciare la chiamata e chiudere?</translation>
    </message>
    <message>
        <source>Leave and close</source>
        <translation>Lascia e chiudi</translation>
    </message>
    <message>
        <source>Stay in the call</source>
        <translation>Resta nella chiamata</translation>
    </message>
    <message>
        <source>Teleconsult – Sandbox</source>
        <translation>Teleconsult – Sandbox</translation>
    </message>
    <message>
        <source>Sandbox: practice calls on this computer. Nothing leaves it.</source>
        <translation>Sandbox: chiamate di prova su questo computer. Nulla ne esce.</translation>
    </message>
    <message>
        <source>Remove demo clinic</source>
        <translation>Rimuovi la clinica dimostrativa</translation>
    </message>
    <message>
        <source>What the sandbox had kept was damaged, so it has begun afresh. Calls scheduled before cannot be joined. The damaged file is kept as %1.</source>
        <translation>I dati conservati dalla sandbox erano danneggiati, perciò la sandbox è ripartita da zero. Non è possibile partecipare alle chiamate programmate in precedenza. Il file danneggiato è conservato come %1.</translation>
    </message>
    <message>
        <source>It ends if only one person stays behind. You can enter it again from the agenda while its room is open.</source>
        <translation>La chiamata termina se rimane una sola persona. È possibile rientrarvi dall’agenda finché la stanza è aperta.</translation>
    </message>
    <message>
        <source>Sandbox: practice calls on this computer. Services of the clinic are asked all the same.</source>
        <translation>Sandbox: chiamate di prova su questo computer. I servizi della clinica vengono comunque interrogati.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ParticipantRow</name>
    <message>
        <source>Participant %1 %2</source>
        <comment>number, field</comment>
        <translation>Partecipante %1: %2</translation>
    </message>
    <message>
        <source>Participant %1 (you): full name</source>
        <translation>Partecipante %1 (lei): nome e cognome</translation>
    </message>
    <message>
        <source>Participant %1: full name</source>
        <translation>Partecipante %1: nome e cognome</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>nome e cognome</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppo</translation>
    </message>
    <message>
        <source>group</source>
        <translation>gruppo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>language</source>
        <translation>lingua</translation>
    </message>
    <message>
        <source>Id in your records (optional)</source>
        <translation>Codice nel vostro archivio (facoltativo)</translation>
    </message>
    <message>
        <source>id in your records</source>
        <translation>codice nel vostro archivio</translation>
    </message>
    <message>
        <source>A person who comes back keeps the same id. For someone you see once, keep this one.</source>
        <translation>Chi ritorna mantiene lo stesso codice. Per una persona vista una sola volta, lasciare questo.</translation>
    </message>
    <message>
        <source>show id</source>
        <translation>mostra codice</translation>
    </message>
    <message>
        <source>hide id</source>
        <translation>nascondi codice</translation>
    </message>
    <message>
        <source>Id in your records</source>
        <translation>Codice nel vostro archivio</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>rimuovi</translation>
    </message>
    <message>
        <source>Remove this participant</source>
        <translation>Rimuovi questo partecipante</translation>
    </message>
    <message>
        <source>Participant %1 (you): id in your records</source>
        <translation>Partecipante %1 (lei): codice nel vostro archivio</translation>
    </message>
    <message>
        <source>Participant %1: id in your records</source>
        <translation>Partecipante %1: codice nel vostro archivio</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ParticipantsEditor</name>
    <message>
        <source>Bring back the removed participant</source>
        <translation>Ripristina il partecipante rimosso</translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>Ripristina %1</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) to be named later. The room opens once everyone is known.</source>
        <translation>
            <numerusform>%n partecipante da indicare più tardi. La stanza apre quando tutti sono noti.</numerusform>
            <numerusform>%n partecipanti da indicare più tardi. La stanza apre quando tutti sono noti.</numerusform>
        </translation>
    </message>
    <message>
        <source>Expect more if someone is not known yet. The room opens once everyone is known.</source>
        <translation>Prevederne di più se qualcuno non è ancora noto. La stanza apre quando tutti sono noti.</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Aggiungi partecipante</translation>
    </message>
    <message>
        <source>Expected participants</source>
        <translation>Partecipanti previsti</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PersonText</name>
    <message>
        <source>Doctor</source>
        <translation>Medico</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paziente</translation>
    </message>
    <message>
        <source>Company default</source>
        <translation>Predefinita dell’azienda</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italiano</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglese</translation>
    </message>
    <message numerus="yes">
        <source>%n still to be named</source>
        <translation>
            <numerusform>%n ancora da indicare</numerusform>
            <numerusform>%n ancora da indicare</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PhaseText</name>
    <message>
        <source>Waiting for participants</source>
        <translation>In attesa di partecipanti</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>In programma</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Aperto ora</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>In corso</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Svolto</translation>
    </message>
    <message>
        <source>Not held</source>
        <translation>Non svolto</translation>
    </message>
    <message>
        <source>The room is being prepared</source>
        <translation>La stanza è in preparazione</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n participant(s)</source>
        <translation>
            <numerusform>In attesa di %n partecipante</numerusform>
            <numerusform>In attesa di %n partecipanti</numerusform>
        </translation>
    </message>
    <message>
        <source>The room is open</source>
        <translation>La stanza è aperta</translation>
    </message>
    <message>
        <source>A call is going on</source>
        <translation>È in corso una chiamata</translation>
    </message>
    <message>
        <source>The call has ended</source>
        <translation>La chiamata è terminata</translation>
    </message>
    <message>
        <source>The end has passed without a call</source>
        <translation>L’orario è passato senza una chiamata</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>Apre alle %1</translation>
    </message>
    <message>
        <source>Opens tomorrow at %1</source>
        <translation>Apre domani alle %1</translation>
    </message>
    <message>
        <source>Opens on %1 at %2</source>
        <comment>on Monday 12 May at 10:15</comment>
        <translation>Apre %1 alle %2</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ScheduleDialog</name>
    <message>
        <source>Scheduling…</source>
        <translation>Programmazione…</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Not scheduled. %1 Everything you entered is still here.</source>
        <translation>Non programmato. %1 Tutti i dati inseriti sono ancora qui.</translation>
    </message>
    <message>
        <source>Close while scheduling?</source>
        <translation>Chiudere durante la programmazione?</translation>
    </message>
    <message>
        <source>The consultation may still be scheduled. It then appears in the agenda.</source>
        <translation>Il teleconsulto potrebbe essere comunque programmato. In tal caso compare nell’agenda.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Attendi</translation>
    </message>
    <message>
        <source>Discard what you entered?</source>
        <translation>Scartare i dati inseriti?</translation>
    </message>
    <message>
        <source>This consultation has not been scheduled.</source>
        <translation>Questo teleconsulto non è stato programmato.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Scarta</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Schedule a consultation</source>
        <translation>Programma un teleconsulto</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ScheduleForm</name>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Partecipanti</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ScreenSharePrompt</name>
    <message>
        <source>Share your screen</source>
        <translation>Condivisione dello schermo</translation>
    </message>
    <message>
        <source>Show your whole screen to everyone in the call?</source>
        <translation>Mostrare l’intero schermo a tutti nella chiamata?</translation>
    </message>
    <message>
        <source>They will see everything on it, other people&apos;s data and notifications too, until you stop sharing.</source>
        <translation>Vedranno tutto ciò che vi appare, anche notifiche e dati di altre persone, finché non si interrompe la condivisione.</translation>
    </message>
    <message>
        <source>Share the screen</source>
        <translation>Condividi lo schermo</translation>
    </message>
    <message>
        <source>Do not share</source>
        <translation>Non condividere</translation>
    </message>
    <message>
        <source>Screens and windows</source>
        <translation>Schermi e finestre</translation>
    </message>
    <message>
        <source>Screen: %1</source>
        <translation>Schermo: %1</translation>
    </message>
    <message>
        <source>Window: %1</source>
        <translation>Finestra: %1</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Condividi</translation>
    </message>
    <message>
        <source>Everyone in the call will see what you choose, until you stop sharing.</source>
        <translation>Tutti nella chiamata vedranno ciò che si sceglie, finché non si interrompe la condivisione.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Scorciatoie da tastiera</translation>
    </message>
    <message>
        <source>Schedule a consultation</source>
        <translation>Programma un teleconsulto</translation>
    </message>
    <message>
        <source>Search participants</source>
        <translation>Cerca partecipanti</translation>
    </message>
    <message>
        <source>Show a day</source>
        <translation>Mostra un giorno</translation>
    </message>
    <message>
        <source>Show a week</source>
        <translation>Mostra una settimana</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>Vai a oggi</translation>
    </message>
    <message>
        <source>Go back a day or a week</source>
        <translation>Indietro di un giorno o una settimana</translation>
    </message>
    <message>
        <source>Go forward a day or a week</source>
        <translation>Avanti di un giorno o una settimana</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Frecce</translation>
    </message>
    <message>
        <source>Move between consultations</source>
        <translation>Passa da un teleconsulto all’altro</translation>
    </message>
    <message>
        <source>Join, or show the details</source>
        <translation>Entra o mostra i dettagli</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>Mostra i dettagli</translation>
    </message>
    <message>
        <source>Delete the consultation</source>
        <translation>Elimina il teleconsulto</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aggiorna</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>Chiudere ciò che è aperto</translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation>Mostrare questo elenco</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Testo più grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Testo più piccolo</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Testo normale</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::StationDialog</name>
    <message>
        <source>Who uses this computer</source>
        <translation>Chi usa questo computer</translation>
    </message>
    <message>
        <source>Teleconsult joins calls as this person.</source>
        <translation>Teleconsult entra nelle chiamate come questa persona.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nome e cognome</translation>
    </message>
    <message>
        <source>Station full name</source>
        <translation>Postazione: nome e cognome</translation>
    </message>
    <message>
        <source>Shown to the others in a call.</source>
        <translation>Mostrato agli altri durante la chiamata.</translation>
    </message>
    <message>
        <source>Id in your records</source>
        <translation>Codice nel vostro archivio</translation>
    </message>
    <message>
        <source>Station id in your records</source>
        <translation>Postazione: codice nel vostro archivio</translation>
    </message>
    <message>
        <source>The id that consultations use for this person.</source>
        <translation>Il codice che i teleconsulti usano per questa persona.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppi</translation>
    </message>
    <message>
        <source>Station groups</source>
        <translation>Postazione: gruppi</translation>
    </message>
    <message>
        <source>They decide what this person may do in a call.</source>
        <translation>Stabiliscono che cosa può fare questa persona in una chiamata.</translation>
    </message>
    <message>
        <source>Station group %1</source>
        <translation>Postazione: gruppo %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::WebCallView</name>
    <message>
        <source>Call</source>
        <translation>Chiamata</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::WeekPainter</name>
    <message>
        <source>+%1</source>
        <comment>that many more</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>No consultations this week</source>
        <translation>Nessun teleconsulto questa settimana</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::WhenEditor</name>
    <message>
        <source>The clocks skip this hour that night. Choose another time.</source>
        <translation>Quella notte l’orologio salta quest’ora. Scegliere un altro orario.</translation>
    </message>
    <message>
        <source>Not complete yet</source>
        <translation>Non ancora completo</translation>
    </message>
    <message>
        <source>%1, %2 – %3 (%4)</source>
        <comment>day, start – end (duration)</comment>
        <translation>%1, %2 – %3 (%4)</translation>
    </message>
    <message>
        <source>%1, %2 – %3 the next day (%4)</source>
        <comment>day, start – end (duration)</comment>
        <translation>%1, %2 – %3 del giorno dopo (%4)</translation>
    </message>
    <message>
        <source>%1, %2 – %3 on %5 (%4)</source>
        <comment>day, start – end on day (duration)</comment>
        <translation>%1, %2 – %3 di %5 (%4)</translation>
    </message>
    <message>
        <source>This start is in the past.</source>
        <translation>Questo inizio è nel passato.</translation>
    </message>
    <message>
        <source>This hour comes twice that night: the first is meant.</source>
        <translation>Quella notte quest’ora ricorre due volte: si intende la prima.</translation>
    </message>
    <message>
        <source>Local time, %1 (%2). The clocks change meanwhile.</source>
        <translation>Ora locale, %1 (%2). Nel frattempo cambia l’ora.</translation>
    </message>
    <message>
        <source>Local time, %1 (%2)</source>
        <translation>Ora locale, %1 (%2)</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>Ora di inizio</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durata</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuti</translation>
    </message>
    <message>
        <source>Duration in minutes</source>
        <translation>Durata in minuti</translation>
    </message>
    <message>
        <source>End time</source>
        <translation>Ora di fine</translation>
    </message>
    <message>
        <source>Other duration</source>
        <translation>Altra durata</translation>
    </message>
    <message>
        <source>Until a set time</source>
        <translation>Fino a un orario</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 minuti</translation>
    </message>
    <message>
        <source>Write a time of day, such as %1.</source>
        <translation>Indicare un’ora del giorno, ad esempio %1.</translation>
    </message>
    <message>
        <source>Write a date, such as %1.</source>
        <translation>Indicare una data, ad esempio %1.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::WindowHeader</name>
    <message>
        <source>Set up this station</source>
        <translation>Configura la postazione</translation>
    </message>
    <message>
        <source>This station: %1</source>
        <translation>Questa postazione: %1</translation>
    </message>
    <message>
        <source>Change who uses this station</source>
        <translation>Cambia chi usa la postazione</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspetto</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Altro</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aggiorna</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Scorciatoie da tastiera</translation>
    </message>
    <message>
        <source>Remove the demo clinic</source>
        <translation>Rimuovi la clinica dimostrativa</translation>
    </message>
    <message>
        <source>Restore the demo clinic</source>
        <translation>Ripristina la clinica dimostrativa</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Testo più grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Testo più piccolo</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Testo normale</translation>
    </message>
</context>
</TS>

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
    <message>
        <source>Open the consultation that a teleconsult: link leads to.</source>
        <translation>Apre il teleconsulto a cui porta un link teleconsult:.</translation>
    </message>
    <message>
        <source>Let a setting have another value, for as long as the program runs.</source>
        <translation>Dà un altro valore a un’impostazione, finché il programma è in funzione.</translation>
    </message>
    <message>
        <source>Run as a kiosk at the reception, for patients.</source>
        <translation>Funzionare come chiosco in accettazione, per i pazienti.</translation>
    </message>
</context>
<context>
    <name>PatientSlip</name>
    <message>
        <source>Your video consultation</source>
        <translation>Il Suo teleconsulto</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Per</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Giorno</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Orario</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Luogo</translation>
    </message>
    <message>
        <source>By video, from a quiet place with a good connection. You need a phone or a computer with camera and microphone.</source>
        <translation>In video, da un luogo tranquillo con una buona connessione. Servono un telefono o un computer con videocamera e microfono.</translation>
    </message>
    <message>
        <source>Scan this code with the camera of your phone to enter. It is yours alone: whoever has it enters in your name.</source>
        <translation>Per entrare, inquadri questo codice con la fotocamera del telefono. È solo Suo: chi lo possiede entra a Suo nome.</translation>
    </message>
    <message>
        <source>This code opens the consultation on a computer with Teleconsult. For your own phone you will be given another code.</source>
        <translation>Questo codice apre il teleconsulto su un computer con Teleconsult. Per il Suo telefono riceverà un altro codice.</translation>
    </message>
    <message>
        <source>Your code for the kiosk at the clinic</source>
        <translation>Il Suo codice per il chiosco in clinica</translation>
    </message>
    <message>
        <source>For the kiosk at the clinic, on the day of the consultation.</source>
        <translation>Per il chiosco in clinica, il giorno del teleconsulto.</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Kaleyra&apos;s address</source>
        <translation>Indirizzo di Kaleyra</translation>
    </message>
    <message>
        <source>The address of Kaleyra&apos;s API, with or without /v2 at its end. Not set: the built-in sandbox.</source>
        <translation>L’indirizzo dell’API di Kaleyra, con o senza /v2 alla fine. Se manca: la sandbox integrata.</translation>
    </message>
    <message>
        <source>an https address; http on this computer only</source>
        <translation>un indirizzo https; http solo su questo computer</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chiave API</translation>
    </message>
    <message>
        <source>The company&apos;s API key. From the environment only, never from a file of settings. The program takes it out of its own environment when it starts, so that no program it starts inherits it.</source>
        <translation>La chiave API dell’azienda. Solo dall’ambiente, mai da un file di impostazioni. All’avvio il programma la toglie dal proprio ambiente, così che nessun programma avviato da esso la erediti.</translation>
    </message>
    <message>
        <source>one word</source>
        <translation>una sola parola</translation>
    </message>
    <message>
        <source>File of the API key</source>
        <translation>File della chiave API</translation>
    </message>
    <message>
        <source>The file that holds the API key.</source>
        <translation>Il file che contiene la chiave API.</translation>
    </message>
    <message>
        <source>a file that only its owner can read or write</source>
        <translation>un file che solo il proprietario può leggere o scrivere</translation>
    </message>
    <message>
        <source>The service&apos;s address</source>
        <translation>Indirizzo del servizio</translation>
    </message>
    <message>
        <source>The service that does the work, with the path it is mounted under. Not set: this program does the work.</source>
        <translation>Il servizio che svolge il lavoro, con il percorso a cui risponde. Se manca: lo svolge questo programma.</translation>
    </message>
    <message>
        <source>File of the service&apos;s token</source>
        <translation>File del token del servizio</translation>
    </message>
    <message>
        <source>Open before the start</source>
        <translation>Apertura prima dell’inizio</translation>
    </message>
    <message>
        <source>How long before its start a room can be entered, and the consultation no longer changed.</source>
        <translation>Quanto prima dell’inizio si può entrare nella stanza e il teleconsulto non può più essere modificato.</translation>
    </message>
    <message>
        <source>%1 to %2 (a year), in milliseconds</source>
        <translation>da %1 a %2 (un anno), in millisecondi</translation>
    </message>
    <message>
        <source>No maximum duration</source>
        <translation>Nessuna durata massima</translation>
    </message>
    <message>
        <source>Rooms have no maximum duration.</source>
        <translation>Le stanze non hanno una durata massima.</translation>
    </message>
    <message>
        <source>End when one is alone</source>
        <translation>Fine quando si resta soli</translation>
    </message>
    <message>
        <source>The call ends when fewer than two participants remain.</source>
        <translation>La chiamata termina quando restano meno di due partecipanti.</translation>
    </message>
    <message>
        <source>Delete shared files</source>
        <translation>Elimina i file condivisi</translation>
    </message>
    <message>
        <source>Files shared in a call are deleted when it ends.</source>
        <translation>I file condivisi in una chiamata vengono eliminati quando termina.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Registrazione</translation>
    </message>
    <message>
        <source>Whether calls are recorded.</source>
        <translation>Se le chiamate vengono registrate.</translation>
    </message>
    <message>
        <source>Largest transcription</source>
        <translation>Trascrizione più grande</translation>
    </message>
    <message>
        <source>Accepted and without effect: the service&apos;s documented operations take no transcription.</source>
        <translation>Accettata e senza effetto: le operazioni documentate del servizio non prevedono trascrizioni.</translation>
    </message>
    <message>
        <source>a number with B, KB, MB, GB or none of them</source>
        <translation>un numero con B, KB, MB, GB o senza unità</translation>
    </message>
    <message>
        <source>JSON configuration</source>
        <translation>Configurazione JSON</translation>
    </message>
    <message>
        <source>The file of the original service that says who may do what in a call. Not set: the built-in one.</source>
        <translation>Il file del servizio originale che dice chi può fare cosa in una chiamata. Se manca: quello predefinito.</translation>
    </message>
    <message>
        <source>a file of at most 1 MiB</source>
        <translation>un file di al massimo 1 MiB</translation>
    </message>
    <message>
        <source>CRUD service</source>
        <translation>Servizio CRUD</translation>
    </message>
    <message>
        <source>The CRUD service that keeps the records. Not set: http://crud-service, the original service&apos;s default, if one of the two collections is named; else this computer keeps them.</source>
        <translation>Il servizio CRUD che conserva i dati. Se manca: http://crud-service, il valore predefinito del servizio originale, se una delle due raccolte è indicata; altrimenti li conserva questo computer.</translation>
    </message>
    <message>
        <source>Collection of consultations</source>
        <translation>Raccolta dei teleconsulti</translation>
    </message>
    <message>
        <source>The collection of consultations; needed with a CRUD service.</source>
        <translation>La raccolta dei teleconsulti; necessaria con un servizio CRUD.</translation>
    </message>
    <message>
        <source>a name or base path</source>
        <translation>un nome o un percorso di base</translation>
    </message>
    <message>
        <source>Collection of users</source>
        <translation>Raccolta degli utenti</translation>
    </message>
    <message>
        <source>The collection that maps people to users of Kaleyra; needed with a CRUD service.</source>
        <translation>La raccolta che associa le persone agli utenti di Kaleyra; necessaria con un servizio CRUD.</translation>
    </message>
    <message>
        <source>Header of the user&apos;s id</source>
        <translation>Intestazione dell’id utente</translation>
    </message>
    <message>
        <source>Auth service</source>
        <translation>Servizio di autenticazione</translation>
    </message>
    <message>
        <source>The service that knows people&apos;s names and groups; all participants are asked for at once. Not set: names and groups are given with every participant.</source>
        <translation>Il servizio che conosce nomi e gruppi delle persone; tutti i partecipanti vengono chiesti insieme. Se manca: nomi e gruppi sono indicati con ogni partecipante.</translation>
    </message>
    <message>
        <source>a host&apos;s name (http) or an http or https address</source>
        <translation>il nome di un host (http) o un indirizzo http o https</translation>
    </message>
    <message>
        <source>List of custom ids</source>
        <translation>Elenco degli id personalizzati</translation>
    </message>
    <message>
        <source>A CRUD-like list that knows the auth service&apos;s id for an id of your own. Without effect without an auth service.</source>
        <translation>Un elenco di tipo CRUD che conosce l’id del servizio di autenticazione per un id vostro. Senza servizio di autenticazione non ha effetto.</translation>
    </message>
    <message>
        <source>Client type</source>
        <translation>Tipo di client</translation>
    </message>
    <message>
        <source>The client type that the auth service is told when the request at hand brings none.</source>
        <translation>Il tipo di client indicato al servizio di autenticazione quando la richiesta in corso non ne porta uno.</translation>
    </message>
    <message>
        <source>Headers to forward</source>
        <translation>Intestazioni da inoltrare</translation>
    </message>
    <message>
        <source>Headers of a request to our API that are passed on to the auth service and to the CRUD service, besides those that always are.</source>
        <translation>Le intestazioni di una richiesta alla nostra API che vengono inoltrate al servizio di autenticazione e al servizio CRUD, oltre a quelle che lo sono sempre.</translation>
    </message>
    <message>
        <source>names of headers</source>
        <translation>nomi di intestazioni</translation>
    </message>
    <message>
        <source>Header of the groups</source>
        <translation>Intestazione dei gruppi</translation>
    </message>
    <message>
        <source>The header of the caller&apos;s groups, separated by commas.</source>
        <translation>L’intestazione dei gruppi di chi chiama, separati da virgole.</translation>
    </message>
    <message>
        <source>Header of the user&apos;s properties</source>
        <translation>Intestazione delle proprietà dell’utente</translation>
    </message>
    <message>
        <source>The header of what else is known of the caller, as JSON.</source>
        <translation>L’intestazione di ciò che altro si sa di chi chiama, in JSON.</translation>
    </message>
    <message>
        <source>Header of the client type</source>
        <translation>Intestazione del tipo di client</translation>
    </message>
    <message>
        <source>The header of the application that asks.</source>
        <translation>L’intestazione dell’applicazione che chiede.</translation>
    </message>
    <message>
        <source>Header of the backoffice</source>
        <translation>Intestazione del backoffice</translation>
    </message>
    <message>
        <source>The header that says whether the backoffice asks.</source>
        <translation>L’intestazione che dice se a chiedere è il backoffice.</translation>
    </message>
    <message>
        <source>The person&apos;s id</source>
        <translation>Id della persona</translation>
    </message>
    <message>
        <source>The id, in the clinic&apos;s records, of the person who uses this computer.</source>
        <translation>L’id, nei dati della clinica, della persona che usa questo computer.</translation>
    </message>
    <message>
        <source>The person&apos;s name</source>
        <translation>Nome della persona</translation>
    </message>
    <message>
        <source>The name of the person who uses this computer.</source>
        <translation>Il nome della persona che usa questo computer.</translation>
    </message>
    <message>
        <source>The person&apos;s groups</source>
        <translation>Gruppi della persona</translation>
    </message>
    <message>
        <source>The groups of the person who uses this computer. They say what the person may do in a call.</source>
        <translation>I gruppi della persona che usa questo computer. Dicono che cosa può fare in una chiamata.</translation>
    </message>
    <message>
        <source>names of groups</source>
        <translation>nomi di gruppi</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>The language of the program. Not set: the system&apos;s.</source>
        <translation>La lingua del programma. Se manca: quella del sistema.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colori</translation>
    </message>
    <message>
        <source>The colours of the program.</source>
        <translation>I colori del programma.</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Dimensione del testo</translation>
    </message>
    <message>
        <source>The size of the program&apos;s text, in percent. Not set: as the system&apos;s font.</source>
        <translation>La dimensione del testo del programma, in percentuale. Se manca: come il carattere del sistema.</translation>
    </message>
    <message>
        <source>100 to 200</source>
        <translation>da 100 a 200</translation>
    </message>
    <message>
        <source>Icon in the panel</source>
        <translation>Icona nel pannello</translation>
    </message>
    <message>
        <source>a device&apos;s name</source>
        <translation>il nome di un dispositivo</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Videocamera</translation>
    </message>
    <message>
        <source>The camera for calls, by the name it gives itself. Not set, or not connected: the system&apos;s choice.</source>
        <translation>La videocamera per le chiamate, con il nome che si dà. Se manca o non è collegata: la scelta del sistema.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microfono</translation>
    </message>
    <message>
        <source>The microphone for calls, by the name it gives itself. Not set, or not connected: the system&apos;s choice.</source>
        <translation>Il microfono per le chiamate, con il nome che si dà. Se manca o non è collegato: la scelta del sistema.</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Altoparlante</translation>
    </message>
    <message>
        <source>The loudspeaker for calls, by the name it gives itself. Not set, or not connected: the system&apos;s choice.</source>
        <translation>L’altoparlante per le chiamate, con il nome che si dà. Se manca o non è collegato: la scelta del sistema.</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>Videocamera spenta</translation>
    </message>
    <message>
        <source>Calls are entered with the camera off.</source>
        <translation>Si entra nelle chiamate con la videocamera spenta.</translation>
    </message>
    <message>
        <source>Device check</source>
        <translation>Prova dei dispositivi</translation>
    </message>
    <message>
        <source>Whether camera and microphone are offered to be tried out before the next call. The program itself writes done when a choice was made, due when a chosen device is gone, never when a person does not want to be asked.</source>
        <translation>Se prima della prossima chiamata viene proposto di provare videocamera e microfono. Il programma stesso scrive done quando è stata fatta una scelta, due quando un dispositivo scelto non c’è più, never quando una persona non vuole che le venga chiesto.</translation>
    </message>
    <message>
        <source>Folder for files</source>
        <translation>Cartella per i file</translation>
    </message>
    <message>
        <source>Where files from a call are saved. Not set: the person&apos;s folder for downloads.</source>
        <translation>Dove vengono salvati i file di una chiamata. Se manca: la cartella dei download della persona.</translation>
    </message>
    <message>
        <source>The clinic&apos;s words in the notice, English</source>
        <translation>Parole della clinica nell’informativa, inglese</translation>
    </message>
    <message>
        <source>The clinic&apos;s own words, in English, in the notice that a person agrees to before the first call.</source>
        <translation>Le parole della clinica, in inglese, nell’informativa che una persona accetta prima della prima chiamata.</translation>
    </message>
    <message>
        <source>The clinic&apos;s words in the notice, Italian</source>
        <translation>Parole della clinica nell’informativa, italiano</translation>
    </message>
    <message>
        <source>The clinic&apos;s own words in Italian. Where one language is missing, the other one is shown.</source>
        <translation>Le parole della clinica in italiano. Dove manca una lingua viene mostrata l’altra.</translation>
    </message>
    <message>
        <source>Who has agreed to the notice</source>
        <translation>Chi ha accettato l’informativa</translation>
    </message>
    <message>
        <source>The program&apos;s own note of who has agreed to which version of the notice, and when. Who is taken out, or for whom the words have changed, is asked again.</source>
        <translation>Annotazione del programma su chi ha accettato quale versione dell’informativa, e quando. A chi viene tolto, o per chi le parole sono cambiate, viene chiesto di nuovo.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Promemoria</translation>
    </message>
    <message>
        <source>Notifications of the consultations that the station&apos;s person takes part in. None comes during a call.</source>
        <translation>Notifiche dei teleconsulti a cui partecipa la persona della postazione. Durante una chiamata non ne arrivano.</translation>
    </message>
    <message>
        <source>Minutes before</source>
        <translation>Minuti prima</translation>
    </message>
    <message>
        <source>How long before its room opens a consultation is announced. 0: when it opens only.</source>
        <translation>Quanto prima dell’apertura della stanza viene annunciato un teleconsulto. 0: solo quando apre.</translation>
    </message>
    <message>
        <source>%1 to %2, in minutes</source>
        <translation>da %1 a %2, in minuti</translation>
    </message>
    <message>
        <source>Names in reminders</source>
        <translation>Nomi nei promemoria</translation>
    </message>
    <message>
        <source>Whether notifications and the list at the icon in the panel name the participants. A locked screen may show notifications to anybody.</source>
        <translation>Se le notifiche e l’elenco dell’icona nel pannello nominano i partecipanti. Uno schermo bloccato può mostrare le notifiche a chiunque.</translation>
    </message>
    <message>
        <source>Demo clinic</source>
        <translation>Clinica dimostrativa</translation>
    </message>
    <message>
        <source>Whether the demo clinic is made at the first start. Only where it harms nobody: with the sandbox, records on this computer and no auth service.</source>
        <translation>Se al primo avvio viene creata la clinica dimostrativa. Solo dove non nuoce a nessuno: nella sandbox, i dati su questo computer e nessun servizio di autenticazione.</translation>
    </message>
    <message>
        <source>Consultations of the demo clinic</source>
        <translation>Teleconsulti della clinica dimostrativa</translation>
    </message>
    <message>
        <source>The program&apos;s own note of what belongs to the demo clinic.</source>
        <translation>Annotazione del programma su ciò che appartiene alla clinica dimostrativa.</translation>
    </message>
    <message>
        <source>a header&apos;s name</source>
        <translation>il nome di un’intestazione</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>da %1 a %2</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un testo</translation>
    </message>
    <message>
        <source>texts, separated by commas</source>
        <translation>testi separati da virgole</translation>
    </message>
    <message>
        <source>an http or https address</source>
        <translation>un indirizzo http o https</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>un file</translation>
    </message>
    <message>
        <source>an absolute path</source>
        <translation>un percorso assoluto</translation>
    </message>
    <message>
        <source>Kaleyra</source>
        <translation>Kaleyra</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Dove sono conservati i segreti</translation>
    </message>
    <message>
        <source>A Teleconsultation Service elsewhere</source>
        <translation>Un servizio di teleconsulto altrove</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>Teleconsulti</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Dati</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Persone</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Accesso</translation>
    </message>
    <message>
        <source>Behind a gateway</source>
        <translation>Dietro un gateway</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>Questa postazione</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspetto</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Chiamate</translation>
    </message>
    <message>
        <source>Who may change settings</source>
        <translation>Chi può modificare le impostazioni</translation>
    </message>
    <message>
        <source>Laid down by this computer&apos;s policy.</source>
        <translation>Stabilito dalle regole di questo computer.</translation>
    </message>
    <message>
        <source>Given on the command line (--set).</source>
        <translation>Indicato sulla riga di comando (--set).</translation>
    </message>
    <message>
        <source>Given by %1 in the environment.</source>
        <translation>Indicato da %1 nell’ambiente.</translation>
    </message>
    <message>
        <source>PIN of the settings</source>
        <translation>PIN delle impostazioni</translation>
    </message>
    <message>
        <source>Wrong tries of the PIN</source>
        <translation>Tentativi errati del PIN</translation>
    </message>
    <message>
        <source>The PIN that the settings are behind, as the settings&apos; page PIN writes it: never the PIN itself. Not set: whoever sits at the station may change its settings.</source>
        <translation>Il PIN che protegge le impostazioni, come lo scrive la pagina PIN delle impostazioni: mai il PIN stesso. Non impostato: chiunque sieda alla postazione può cambiarne le impostazioni.</translation>
    </message>
    <message>
        <source>a hash that begins with `$argon2`</source>
        <translation>un hash che inizia con `$argon2`</translation>
    </message>
    <message>
        <source>The program&apos;s own note of wrong tries: after three there is a pause, which doubles with every further one.</source>
        <translation>L’annotazione del programma sui tentativi errati: dopo tre c’è una pausa, che raddoppia a ogni altro tentativo.</translation>
    </message>
    <message>
        <source>the name of a claim</source>
        <translation>il nome di un claim</translation>
    </message>
    <message>
        <source>Store for secrets</source>
        <translation>Dove stanno i dati segreti</translation>
    </message>
    <message>
        <source>Where secrets are kept that neither a variable nor a file of their own gives: in the desktop&apos;s keychain, in the credentials that systemd hands to a service, or in a private folder of the data folder.</source>
        <translation>Dove si conservano i dati segreti che non vengono né da una variabile né da un file proprio: nel portachiavi del desktop, nelle credenziali che systemd fornisce a un servizio, oppure in una cartella privata della cartella dati.</translation>
    </message>
    <message>
        <source>OpenID provider</source>
        <translation>Provider OpenID</translation>
    </message>
    <message>
        <source>The provider with which people sign in. Not set: they do not, and the station&apos;s configured person holds.</source>
        <translation>Il provider con cui le persone accedono. Non impostato: non accedono, e vale la persona configurata per la postazione.</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Id del client</translation>
    </message>
    <message>
        <source>Teleconsult&apos;s client id at the provider; needed with one.</source>
        <translation>L’id client di Teleconsult presso il provider; necessario se ce n’è uno.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>What the provider is asked for. Some want offline_access for a sign-in that outlives the program.</source>
        <translation>Che cosa si chiede al provider. Alcuni richiedono offline_access per un accesso che duri oltre la chiusura del programma.</translation>
    </message>
    <message>
        <source>words, with blanks between</source>
        <translation>parole separate da spazi</translation>
    </message>
    <message>
        <source>Claim of the id</source>
        <translation>Claim dell’id</translation>
    </message>
    <message>
        <source>Which claim is the person&apos;s id in the clinic&apos;s records.</source>
        <translation>Quale claim è l’id della persona negli archivi della clinica.</translation>
    </message>
    <message>
        <source>Claim of the name</source>
        <translation>Claim del nome</translation>
    </message>
    <message>
        <source>Which claim is the person&apos;s full name.</source>
        <translation>Quale claim è il nome completo della persona.</translation>
    </message>
    <message>
        <source>Claim of the groups</source>
        <translation>Claim dei gruppi</translation>
    </message>
    <message>
        <source>Which claim holds the person&apos;s groups, as an array or a text with blanks or commas; a dot leads into an object.</source>
        <translation>Quale claim contiene i gruppi della persona, come array o come testo con spazi o virgole; un punto porta dentro un oggetto.</translation>
    </message>
    <message>
        <source>Port of the redirect address</source>
        <translation>Porta dell’indirizzo di ritorno</translation>
    </message>
    <message>
        <source>The port of this computer at which the browser comes back. 0: any that is free.</source>
        <translation>La porta di questo computer a cui il browser ritorna. 0: una qualsiasi libera.</translation>
    </message>
    <message>
        <source>The file that holds the bearer token for the service. Not set: the store for secrets is asked, and if it has none, none is sent.</source>
        <translation>Il file che contiene il bearer token per il servizio. Non impostato: si cerca tra i dati segreti conservati e, se non c’è, non se ne invia nessuno.</translation>
    </message>
    <message>
        <source>names of groups, or none</source>
        <translation>nomi di gruppi, oppure none</translation>
    </message>
    <message>
        <source>names of tools, or none</source>
        <translation>nomi di strumenti, oppure none</translation>
    </message>
    <message>
        <source>Groups that organise</source>
        <translation>Gruppi che organizzano</translation>
    </message>
    <message>
        <source>Whose members organise and open calls (Kaleyra&apos;s plus users). Not set: as the JSON configuration says, without one doctor.</source>
        <translation>I loro membri organizzano e aprono le chiamate (gli utenti plus di Kaleyra). Se non impostato: come dice la configurazione JSON, o doctor se non c’è.</translation>
    </message>
    <message>
        <source>Tools of those who organise</source>
        <translation>Strumenti di chi organizza</translation>
    </message>
    <message>
        <source>Which of chat, screen_sharing, file_upload, whiteboard, snapshot, live_edit, live_pointer and present_to_everyone they have in a call. Not set: as the JSON configuration says, without one all.</source>
        <translation>Quali hanno in chiamata tra chat, screen_sharing, file_upload, whiteboard, snapshot, live_edit, live_pointer e present_to_everyone. Se non impostato: come dice la configurazione JSON, o tutti se non c’è.</translation>
    </message>
    <message>
        <source>Groups that take part</source>
        <translation>Gruppi che partecipano</translation>
    </message>
    <message>
        <source>Whose members take part (Kaleyra&apos;s basic users). Not set: as the JSON configuration says, without one patient and customer.</source>
        <translation>I loro membri partecipano (gli utenti basic di Kaleyra). Se non impostato: come dice la configurazione JSON, o patient e customer se non c’è.</translation>
    </message>
    <message>
        <source>Tools of those who take part</source>
        <translation>Strumenti di chi partecipa</translation>
    </message>
    <message>
        <source>The same, for them.</source>
        <translation>Lo stesso, per loro.</translation>
    </message>
    <message>
        <source>Groups with the background</source>
        <translation>Gruppi con lo sfondo</translation>
    </message>
    <message>
        <source>Whose members are always seen in front of the company&apos;s virtual background. Not set: as the JSON configuration says, without one nobody.</source>
        <translation>I loro membri si vedono sempre davanti allo sfondo virtuale dell’azienda. Se non impostato: come dice la configurazione JSON, o nessuno se non c’è.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>a picture&apos;s file</source>
        <translation>il file di un’immagine</translation>
    </message>
    <message>
        <source>Roles and tools</source>
        <translation>Ruoli e strumenti</translation>
    </message>
    <message>
        <source>What this station is</source>
        <translation>Che cosa è questa postazione</translation>
    </message>
    <message>
        <source>desktop: the computer of somebody who works here. kiosk: a screen at the reception that patients use. The option --kiosk says the same for one start.</source>
        <translation>desktop: il computer di chi lavora qui. kiosk: uno schermo all’accettazione usato dai pazienti. L’opzione --kiosk dice lo stesso per un solo avvio.</translation>
    </message>
    <message>
        <source>Screen of the kiosk</source>
        <translation>Schermo del chiosco</translation>
    </message>
    <message>
        <source>Which of the computer&apos;s screens the kiosk fills. One that is not there: the first.</source>
        <translation>Quale degli schermi del computer occupa il chiosco. Se non c’è: il primo.</translation>
    </message>
    <message>
        <source>Name of the clinic</source>
        <translation>Nome della clinica</translation>
    </message>
    <message>
        <source>What the kiosk&apos;s screens say at their top.</source>
        <translation>Ciò che sta in cima alle schermate del chiosco.</translation>
    </message>
    <message>
        <source>Seconds without a touch</source>
        <translation>Secondi senza un tocco</translation>
    </message>
    <message>
        <source>After how long without a touch the kiosk asks whether somebody is still there, and then goes back to its start. Three times as long in the waiting room; never in a call.</source>
        <translation>Dopo quanto tempo senza un tocco il chiosco chiede se c’è ancora qualcuno, e poi torna all’inizio. Il triplo in sala d’attesa; mai durante una chiamata.</translation>
    </message>
    <message>
        <source>%1 to %2, in seconds</source>
        <translation>da %1 a %2, in secondi</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contrasto elevato</translation>
    </message>
    <message>
        <source>Whether the kiosk starts in high contrast. Whoever uses it can switch.</source>
        <translation>Se il chiosco parte con contrasto elevato. Chi lo usa può cambiarlo.</translation>
    </message>
    <message>
        <source>Appointment key file</source>
        <translation>File della chiave degli appuntamenti</translation>
    </message>
    <message>
        <source>The file that holds the key which codes for the kiosk are made with: 32 characters or more, the same at the kiosk and at every computer that hands out codes. Not set: there are none.</source>
        <translation>Il file con la chiave da cui si ricavano i codici per il chiosco: 32 caratteri o più, la stessa sul chiosco e su ogni computer che dà codici. Non impostato: non ce ne sono.</translation>
    </message>
    <message>
        <source>PIN of the reception</source>
        <translation>PIN dell’accettazione</translation>
    </message>
    <message>
        <source>The PIN that a kiosk&apos;s agenda is behind, as the settings&apos; page PIN writes it: never the PIN itself. Not set: the kiosk shows no agenda.</source>
        <translation>Il PIN che protegge l’agenda di un chiosco, come lo scrive la pagina PIN delle impostazioni: mai il PIN stesso. Non impostato: il chiosco non mostra l’agenda.</translation>
    </message>
    <message>
        <source>Wrong tries of the reception&apos;s PIN</source>
        <translation>Tentativi errati del PIN dell’accettazione</translation>
    </message>
    <message>
        <source>Kiosk at the reception</source>
        <translation>Chiosco all’accettazione</translation>
    </message>
    <message>
        <source>Restart at night</source>
        <translation>Riavvio notturno</translation>
    </message>
    <message>
        <source>From when, for three hours, the kiosk may start itself anew, as soon as nobody uses it. Empty: never.</source>
        <translation>Da quando, per tre ore, il chiosco può riavviarsi da solo, appena nessuno lo usa. Vuoto: mai.</translation>
    </message>
    <message>
        <source>a time of the day such as 03:30</source>
        <translation>un’ora del giorno come 03:30</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Limite di memoria</translation>
    </message>
    <message>
        <source>How much memory the kiosk may keep, in MiB. Above that it starts itself anew as soon as nobody uses it. 0: however much.</source>
        <translation>Quanta memoria può occupare il chiosco, in MiB. Oltre questo limite si riavvia appena nessuno lo usa. 0: quanta ne serve.</translation>
    </message>
    <message>
        <source>%1 to %2, in MiB</source>
        <translation>da %1 a %2, in MiB</translation>
    </message>
    <message>
        <source>Support contact</source>
        <translation>Contatto dell’assistenza</translation>
    </message>
    <message>
        <source>A telephone number, mail or web address. The kiosk shows it, also as a QR code, when it keeps failing.</source>
        <translation>Un numero di telefono, un indirizzo e-mail o web. Il chiosco lo mostra, anche come codice QR, quando continua a non funzionare.</translation>
    </message>
    <message>
        <source>Metrics file</source>
        <translation>File delle metriche</translation>
    </message>
    <message>
        <source>Where numbers of this station&apos;s work are written each minute, in the text format of Prometheus; nothing of a person is among them.</source>
        <translation>Dove ogni minuto vengono scritti i numeri del lavoro di questa postazione, nel formato testo di Prometheus; non contengono nulla delle persone.</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Orari di apertura</translation>
    </message>
    <message>
        <source>When patients can use the kiosk. At other times its screen is dark and says when it opens; whoever is in a call stays in it. Empty: always.</source>
        <translation>Quando i pazienti possono usare il chiosco. Negli altri orari il suo schermo è scuro e dice quando apre; chi è in una chiamata ci resta. Vuoto: sempre.</translation>
    </message>
    <message>
        <source>hours of a week such as Mo-Fr 07:30-19:00; Sa 08:00-13:00</source>
        <translation>gli orari di una settimana, per esempio Mo-Fr 07:30-19:00; Sa 08:00-13:00 (giorni: Mo Tu We Th Fr Sa Su)</translation>
    </message>
    <message>
        <source>A picture that the window and the kiosk show in the place of Teleconsult&apos;s own sign. Not set, or not to be read: Teleconsult&apos;s.</source>
        <translation>Un’immagine che la finestra e il chiosco mostrano al posto del simbolo di Teleconsult. Non impostata, o non leggibile: quello di Teleconsult.</translation>
    </message>
    <message>
        <source>Usual length</source>
        <translation>Durata abituale</translation>
    </message>
    <message>
        <source>How long a new consultation takes, until somebody chooses otherwise.</source>
        <translation>Quanto dura un nuovo teleconsulto, finché qualcuno non sceglie altrimenti.</translation>
    </message>
    <message>
        <source>The header that says who acts: in requests to our API, and towards the CRUD service, which is told the caller of the request at hand, or the station for what is done at it.</source>
        <translation>L’intestazione che dice chi agisce: nelle richieste alla nostra API, e verso il servizio CRUD, a cui viene indicato chi ha fatto la richiesta in corso, oppure la postazione per ciò che vi si fa.</translation>
    </message>
    <message>
        <source>Camera, microphone and loudspeaker</source>
        <translation>Videocamera, microfono e altoparlante</translation>
    </message>
    <message>
        <source>Graphics card in calls</source>
        <translation>Scheda grafica nelle chiamate</translation>
    </message>
    <message>
        <source>Whether the graphics card draws calls. By itself it does where there is one. Never: for a card whose driver stops the call again and again.</source>
        <translation>Se la scheda grafica disegna la pagina della chiamata. Senza altra indicazione lo fa dove ce n’è una. Mai: per una scheda il cui driver interrompe di continuo la chiamata.</translation>
    </message>
    <message>
        <source>An icon in the panel with today&apos;s consultations, where the desktop has a place for one. While it is there, closing the window does not end the program.</source>
        <translation>Un’icona nel pannello con i teleconsulti di oggi, dove il desktop ha un posto per essa. Finché c’è, chiudere la finestra non termina il programma.</translation>
    </message>
</context>
<context>
    <name>Startup</name>
    <message>
        <source>The folder %1 cannot be written to. Make room on the disk or change the folder&apos;s permissions, then start Teleconsult again.</source>
        <translation>Non è possibile scrivere nella cartella %1. Liberare spazio sul disco o cambiare i permessi della cartella, quindi riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>This computer&apos;s policy, %1, can be changed by others than root, and so Teleconsult does not start. Ask whoever looks after this computer.</source>
        <translation>Le regole di questo computer, %1, possono essere modificate da altri oltre a root, e perciò Teleconsult non si avvia. Rivolgersi a chi gestisce questo computer.</translation>
    </message>
    <message>
        <source>This computer&apos;s policy, %1, cannot be read, and so Teleconsult does not start. Ask whoever looks after this computer.</source>
        <translation>Le regole di questo computer, %1, non possono essere lette, e perciò Teleconsult non si avvia. Rivolgersi a chi gestisce questo computer.</translation>
    </message>
    <message>
        <source>This computer&apos;s policy, %1, is not right (%2), and so Teleconsult does not start. Ask whoever looks after this computer.</source>
        <translation>Le regole di questo computer, %1, non sono corrette (%2), e perciò Teleconsult non si avvia. Rivolgersi a chi gestisce questo computer.</translation>
    </message>
    <message>
        <source>Teleconsult is running already and does not answer. Wait a moment and try again. If that does not help, log out and in again, or restart the computer.</source>
        <translation>Teleconsult è già in esecuzione e non risponde. Attendere un momento e riprovare. Se non basta, uscire dalla sessione e rientrare, o riavviare il computer.</translation>
    </message>
    <message>
        <source>Another Teleconsult is running with the folder %1. Each kiosk needs a folder of its own.</source>
        <translation>Un altro Teleconsult è in esecuzione con la cartella %1. Ogni chiosco ha bisogno di una cartella propria.</translation>
    </message>
</context>
<context>
    <name>TextMenu</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Taglia</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copia</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Incolla</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Seleziona tutto</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Nessun suggerimento</translation>
    </message>
</context>
<context>
    <name>teleconsult::app::SigningIn</name>
    <message>
        <source>You can close this page and go back to Teleconsult.</source>
        <translation>Si può chiudere questa pagina e tornare a Teleconsult.</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Disconnettersi?</translation>
    </message>
    <message>
        <source>Signed in as %1. After signing out the agenda is shown again to who signs in next.</source>
        <translation>Accesso effettuato come %1. Dopo l’uscita l’agenda sarà di nuovo visibile a chi accede dopo.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Resta connesso</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AddParticipantDialog</name>
    <message>
        <source>Add a participant</source>
        <translation>Aggiungi un partecipante</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Aggiunta in corso…</translation>
    </message>
    <message>
        <source>Not added.</source>
        <translation>Non aggiunto.</translation>
    </message>
    <message>
        <source>Close while adding?</source>
        <translation>Chiudere durante l’aggiunta?</translation>
    </message>
    <message>
        <source>The participant is added all the same. If that fails, this form comes back.</source>
        <translation>Il partecipante viene aggiunto comunque. Se non è possibile, questo modulo ricompare.</translation>
    </message>
    <message>
        <source>Nobody has been added.</source>
        <translation>Nessuno è stato aggiunto.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AddParticipantForm</name>
    <message numerus="yes">
        <source>%n participant(s) are not known yet. The room is made with the last of them.</source>
        <translation>
            <numerusform>%n partecipante non è ancora noto. La stanza viene creata con l’ultimo.</numerusform>
            <numerusform>%n partecipanti non sono ancora noti. La stanza viene creata con l’ultimo.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the last one who is not known yet: the room is made now.</source>
        <translation>È l’ultimo ancora da indicare: ora viene creata la stanza.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AfterCallPage</name>
    <message>
        <source>The call has ended.</source>
        <translation>La chiamata è terminata.</translation>
    </message>
    <message>
        <source>The room was closed.</source>
        <translation>La stanza è stata chiusa.</translation>
    </message>
    <message>
        <source>The time of this call is used up.</source>
        <translation>Il tempo di questa chiamata è esaurito.</translation>
    </message>
    <message>
        <source>It can be entered again while its room is open.</source>
        <translation>Si può rientrare finché la stanza è aperta.</translation>
    </message>
    <message>
        <source>It cannot be entered again. Schedule a new consultation to meet once more.</source>
        <translation>Non si può più rientrare. Per incontrarsi ancora, programmare un nuovo teleconsulto.</translation>
    </message>
    <message>
        <source>That the call took place is being written down…</source>
        <translation>Si sta registrando che la chiamata ha avuto luogo…</translation>
    </message>
    <message>
        <source>On record as held.</source>
        <translation>Registrata come svolta.</translation>
    </message>
    <message>
        <source>Files shared in the call are being deleted…</source>
        <translation>Si stanno eliminando i file condivisi nella chiamata…</translation>
    </message>
    <message>
        <source>No shared files are left at Kaleyra.</source>
        <translation>Presso Kaleyra non resta alcun file condiviso.</translation>
    </message>
    <message numerus="yes">
        <source>%n shared file(s) could not be deleted at Kaleyra.</source>
        <translation>
            <numerusform>Non è stato possibile eliminare %n file condiviso presso Kaleyra.</numerusform>
            <numerusform>Non è stato possibile eliminare %n file condivisi presso Kaleyra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether the shared files are deleted at Kaleyra is not known.</source>
        <translation>Non si sa se i file condivisi siano stati eliminati presso Kaleyra.</translation>
    </message>
    <message>
        <source>Kaleyra has counted no time so far with two people in the room.</source>
        <translation>Finora Kaleyra non ha contato tempo con due persone nella stanza.</translation>
    </message>
    <message>
        <source>%1 with two people or more in the room, as Kaleyra counts.</source>
        <comment>a duration</comment>
        <translation>%1 con due o più persone nella stanza, secondo il conteggio di Kaleyra.</translation>
    </message>
    <message>
        <source>Delete them now</source>
        <translation>Elimina ora</translation>
    </message>
    <message>
        <source>Back to the agenda</source>
        <translation>Torna all’agenda</translation>
    </message>
    <message>
        <source>Re-enter</source>
        <translation>Rientra</translation>
    </message>
    <message>
        <source>That the call took place could not be written down yet. It is tried again by itself: leave Teleconsult open.</source>
        <translation>Non è stato ancora possibile registrare che la chiamata è avvenuta. Si riprova da sé: lasciare aperto Teleconsult.</translation>
    </message>
    <message>
        <source>That the call took place could not be written down.</source>
        <translation>Non è stato possibile registrare che la chiamata è avvenuta.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AgendaAge</name>
    <message>
        <source>As of %1. The service is slow to answer; what is new follows by itself.</source>
        <translation>Ultimo aggiornamento: %1. Il servizio risponde lentamente; le novità arriveranno da sole.</translation>
    </message>
    <message>
        <source>As of %1: what you see may be out of date. %2</source>
        <comment>a moment, why</comment>
        <translation>Ultimo aggiornamento: %1. Quanto mostrato potrebbe non essere più attuale. %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
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
    <message>
        <source>Wait</source>
        <comment>for a consultation to open</comment>
        <translation>Attendi</translation>
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
        <source>The consultation could not be shown. %1</source>
        <comment>why</comment>
        <translation>Non è stato possibile mostrare il teleconsulto. %1</translation>
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
    <name>teleconsult::ui::AppearancePage</name>
    <message>
        <source>This can be shown. Save uses it at once.</source>
        <translation>Si può mostrare. Salvando vale subito.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::BackgroundEditor</name>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixel</translation>
    </message>
    <message>
        <source>It will be cut to the shape of a screen, enlarged to %1 and saved as JPEG.</source>
        <translation>Sarà ritagliata nella forma di uno schermo, ingrandita a %1 e salvata come JPEG.</translation>
    </message>
    <message>
        <source>It will be cut to the shape of a screen, scaled to %1 and saved as JPEG.</source>
        <translation>Sarà ritagliata nella forma di uno schermo, ridotta a %1 e salvata come JPEG.</translation>
    </message>
    <message>
        <source>It will be enlarged to %1 and saved as JPEG.</source>
        <translation>Sarà ingrandita a %1 e salvata come JPEG.</translation>
    </message>
    <message>
        <source>It will be scaled to %1 and saved as JPEG.</source>
        <translation>Sarà ridotta a %1 e salvata come JPEG.</translation>
    </message>
    <message>
        <source>The pasted picture</source>
        <translation>L’immagine incollata</translation>
    </message>
    <message>
        <source>How the picture looks behind a person</source>
        <translation>Come appare l’immagine dietro una persona</translation>
    </message>
    <message>
        <source>Cut it to the shape of a screen (16:9)</source>
        <translation>Ritagliarla nella forma di uno schermo (16:9)</translation>
    </message>
    <message>
        <source>Which part of it</source>
        <translation>Quale parte</translation>
    </message>
    <message>
        <source>Use it in calls from now on</source>
        <translation>Usarla nelle chiamate d’ora in poi</translation>
    </message>
    <message>
        <source>How much is uploaded</source>
        <translation>Quanto è stato caricato</translation>
    </message>
    <message>
        <source>Stop the upload</source>
        <translation>Interrompi il caricamento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Carica</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Lettura di %1…</translation>
    </message>
    <message>
        <source>%1 cannot be used</source>
        <translation>%1 non può essere usata</translation>
    </message>
    <message>
        <source>Making the picture…</source>
        <translation>Preparazione dell’immagine…</translation>
    </message>
    <message>
        <source>Uploading… %1 %</source>
        <translation>Caricamento… %1 %</translation>
    </message>
    <message>
        <source>The picture was not uploaded</source>
        <translation>L’immagine non è stata caricata</translation>
    </message>
    <message>
        <source>It will be saved as JPEG, without what a camera noted in it, such as the place.</source>
        <translation>Sarà salvata come JPEG, senza ciò che una fotocamera vi ha annotato, come il luogo.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::BackgroundGallery</name>
    <message>
        <source>Used in calls</source>
        <translation>Usata nelle chiamate</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Immagine %1</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>Aggiunta il %1</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::BackgroundsPage</name>
    <message>
        <source>The picture was added.</source>
        <translation>L’immagine è stata aggiunta.</translation>
    </message>
    <message>
        <source>Calls show this picture from now on.</source>
        <translation>D’ora in poi le chiamate mostrano questa immagine.</translation>
    </message>
    <message>
        <source>Delete this picture?</source>
        <translation>Eliminare questa immagine?</translation>
    </message>
    <message>
        <source>Calls show it now. They will show none until another one is chosen, for the whole company.</source>
        <translation>Le chiamate la mostrano ora. Non ne mostreranno nessuna finché non se ne sceglie un’altra, per tutta l’azienda.</translation>
    </message>
    <message>
        <source>It is deleted for the whole company.</source>
        <translation>Viene eliminata per tutta l’azienda.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Mantieni</translation>
    </message>
    <message>
        <source>The picture was deleted.</source>
        <translation>L’immagine è stata eliminata.</translation>
    </message>
    <message>
        <source>The service answers.</source>
        <translation>Il servizio risponde.</translation>
    </message>
    <message numerus="yes">
        <source>Kaleyra answers: %n picture(s), of which there may be 10.</source>
        <translation>
            <numerusform>Kaleyra risponde: %n immagine delle 10 possibili.</numerusform>
            <numerusform>Kaleyra risponde: %n immagini delle 10 possibili.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Scegliere un’immagine</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff *.bmp);;All files (*)</source>
        <translation>Immagini (*.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff *.bmp);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>There is no picture among what was copied.</source>
        <translation>Tra ciò che è stato copiato non c’è un’immagine.</translation>
    </message>
    <message>
        <source>Call pages can show a picture of the company&apos;s in the place of the room behind a person. There may be %1 pictures; the one that is chosen here is used, by everybody.</source>
        <translation>Le pagine di chiamata possono mostrare un’immagine dell’azienda al posto della stanza dietro una persona. Le immagini possono essere %1; quella scelta qui è usata da tutti.</translation>
    </message>
    <message>
        <source>This station asks another service, which adds pictures and makes them the default. It does not list all of them, and deletes none: that is done where the API key is.</source>
        <translation>Questa postazione si rivolge a un altro servizio, che aggiunge immagini e ne sceglie una per le chiamate. Non le elenca tutte e non ne elimina: lo si fa dove si trova la chiave API.</translation>
    </message>
    <message>
        <source>Add a picture…</source>
        <translation>Aggiungi un’immagine…</translation>
    </message>
    <message>
        <source>The company&apos;s pictures</source>
        <translation>Le immagini dell’azienda</translation>
    </message>
    <message>
        <source>Use in calls</source>
        <translation>Usa nelle chiamate</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Elimina…</translation>
    </message>
    <message>
        <source>You can also drop a picture here, or paste it.</source>
        <translation>Si può anche trascinare qui un’immagine, o incollarla.</translation>
    </message>
    <message>
        <source>All %1 places are taken. Delete a picture to add another one.</source>
        <translation>Tutti i %1 posti sono occupati. Eliminare un’immagine per aggiungerne un’altra.</translation>
    </message>
    <message>
        <source>%1 of %2 places are taken. You can also drop a picture here, or paste it.</source>
        <translation>Posti occupati: %1 di %2. Si può anche trascinare qui un’immagine, o incollarla.</translation>
    </message>
    <message>
        <source>Getting the pictures…</source>
        <translation>Caricamento delle immagini…</translation>
    </message>
    <message>
        <source>The pictures could not be loaded</source>
        <translation>Non è stato possibile caricare le immagini</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>Ancora nessuna immagine</translation>
    </message>
    <message>
        <source>Whoever wants a background in a call sees none until one is added.</source>
        <translation>Chi vuole uno sfondo in chiamata non ne vede finché non se ne aggiunge uno.</translation>
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
    <name>teleconsult::ui::CalendarDialog</name>
    <message>
        <source>Teleconsultation</source>
        <translation>Teleconsulto</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Teleconsultation: names</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open this link on a computer with Teleconsult to join:
%1</source>
        <translation>Per partecipare, aprire questo link su un computer con Teleconsult:
%1</translation>
    </message>
    <message>
        <source>Save for a calendar</source>
        <translation>Salva per un calendario</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>File di calendario (*.ics)</translation>
    </message>
    <message>
        <source>%1 cannot be written to. Choose another folder.</source>
        <translation>Non è possibile scrivere in %1. Scegliere un’altra cartella.</translation>
    </message>
    <message numerus="yes">
        <source>The file holds the time, an alarm %n minute(s) before, and a link that opens the consultation here. It lets nobody else in.</source>
        <translation>
            <numerusform>Il file contiene l’orario, un avviso %n minuto prima e un link che apre il teleconsulto qui. Non fa entrare nessun altro.</numerusform>
            <numerusform>Il file contiene l’orario, un avviso %n minuti prima e un link che apre il teleconsulto qui. Non fa entrare nessun altro.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the participants</source>
        <translation>Indica i nomi dei partecipanti</translation>
    </message>
    <message>
        <source>Whoever sees the calendar then sees who takes part.</source>
        <translation>Chi vede il calendario vede allora chi partecipa.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salva come…</translation>
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
    <name>teleconsult::ui::CallBar</name>
    <message>
        <source>In the call for %1</source>
        <translation>In chiamata da %1</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>Rientro in corso</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connesso</translation>
    </message>
    <message>
        <source>Unsteady connection</source>
        <translation>Connessione instabile</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Connessione persa</translation>
    </message>
    <message>
        <source>Leave call</source>
        <translation>Lascia la chiamata</translation>
    </message>
    <message>
        <source>Back to the agenda</source>
        <translation>Torna all’agenda</translation>
    </message>
    <message>
        <source>Back to the large window</source>
        <translation>Torna alla finestra grande</translation>
    </message>
    <message>
        <source>Small window in front of the others</source>
        <translation>Finestra piccola davanti alle altre</translation>
    </message>
    <message>
        <source>Leave full screen (Esc)</source>
        <translation>Esci da schermo intero (Esc)</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>Schermo intero (F11)</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::CallPage</name>
    <message>
        <source>A video consultation is going on</source>
        <translation>È in corso un teleconsulto</translation>
    </message>
    <message>
        <source>Reload the call</source>
        <translation>Ricarica la chiamata</translation>
    </message>
    <message>
        <source>The call page does not answer. Wait a moment, or reload it.</source>
        <translation>La pagina della chiamata non risponde. Attendere un momento o ricaricarla.</translation>
    </message>
    <message>
        <source>No connection to the call. It comes back by itself when the network does.</source>
        <translation>Nessuna connessione alla chiamata. Torna da sola quando torna la rete.</translation>
    </message>
    <message>
        <source>Folder for files from calls</source>
        <translation>Cartella per i file delle chiamate</translation>
    </message>
    <message>
        <source>Leave call</source>
        <translation>Lascia la chiamata</translation>
    </message>
    <message>
        <source>The call page wanted to go to another page, which is not part of the call. If you have hung up, leave the call.</source>
        <translation>La pagina della chiamata voleva passare a un’altra pagina, che non ne fa parte. Chi ha riagganciato può lasciare la chiamata.</translation>
    </message>
    <message>
        <source>Stay in the call</source>
        <translation>Resta nella chiamata</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::CallStages</name>
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
        <source>The call page refused to open, or closed at once. Its room may have ended: try again, or schedule a new consultation.</source>
        <translation>La pagina della chiamata ha rifiutato l’accesso o si è chiusa subito. La stanza potrebbe essere terminata: riprovare o programmare un nuovo teleconsulto.</translation>
    </message>
    <message>
        <source>%1 It is tried again by itself.</source>
        <comment>what went wrong</comment>
        <translation>%1 Si riprova da sé.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>The call page stopped working again and again. Close other programs and try again; if that does not help, restart the computer, or call the participants by phone.</source>
        <translation>La pagina della chiamata si è interrotta più volte. Chiudere gli altri programmi e riprovare; se non basta, riavviare il computer o chiamare i partecipanti al telefono.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Riprova ora</translation>
    </message>
    <message>
        <source>Going back into the call…</source>
        <translation>Rientro nella chiamata…</translation>
    </message>
    <message>
        <source>The call page stopped working. It is opened again by itself: nothing needs to be done.</source>
        <translation>La pagina della chiamata si è interrotta. Si riapre da sola: non occorre fare nulla.</translation>
    </message>
    <message>
        <source>No connection to the call</source>
        <translation>Nessuna connessione alla chiamata</translation>
    </message>
    <message>
        <source>The call is entered again by itself as soon as it can be reached. Check that this computer is connected.</source>
        <translation>Il rientro nella chiamata avviene da solo appena è raggiungibile. Verificare che questo computer sia connesso.</translation>
    </message>
    <message>
        <source>The call page stopped working again and again, which is often the graphics card&apos;s doing. Teleconsult can start anew without it and go back into the call: pictures are drawn a little slower then.</source>
        <translation>La pagina della chiamata si è interrotta più volte: spesso dipende dalla scheda grafica. Teleconsult può riavviarsi senza usarla e rientrare nella chiamata: le immagini saranno un po’ meno fluide.</translation>
    </message>
    <message>
        <source>Restart with plain graphics</source>
        <translation>Riavvia con grafica semplice</translation>
    </message>
    <message>
        <source>Nobody is set up to use this station</source>
        <translation>Nessuno è impostato per usare questa postazione</translation>
    </message>
    <message>
        <source>The call page cannot be opened just now. It is tried again by itself: check that this computer is connected.</source>
        <translation>Al momento la pagina della chiamata non si apre. Si riprova da solo: verificare che questo computer sia connesso.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::CallTime</name>
    <message>
        <source>%1 left</source>
        <comment>a length of time</comment>
        <translation>ancora %1</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Meno di un minuto</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>Tempo scaduto</translation>
    </message>
    <message>
        <source>%1 over time</source>
        <comment>a length of time</comment>
        <translation>%1 oltre il tempo</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::CataloguePage</name>
    <message>
        <source>This is not possible here. Expected: %1.</source>
        <translation>Qui non è possibile. Previsto: %1.</translation>
    </message>
    <message>
        <source>A change takes effect at the next start.</source>
        <translation>Una modifica ha effetto al prossimo avvio.</translation>
    </message>
    <message>
        <source>Changes take effect at the next start.</source>
        <translation>Le modifiche hanno effetto al prossimo avvio.</translation>
    </message>
    <message>
        <source>Changes take effect at the next start, where nothing else is said.</source>
        <translation>Le modifiche valgono dal prossimo avvio, dove non è detto altro.</translation>
    </message>
    <message>
        <source>A change takes effect at once.</source>
        <translation>Una modifica vale subito.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ChoiceText</name>
    <message>
        <source>Not set</source>
        <translation>Non impostato</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>When somebody starts it</source>
        <translation>Quando qualcuno la avvia</translation>
    </message>
    <message>
        <source>Always, by itself</source>
        <translation>Sempre, da sola</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain</source>
        <translation>Il portachiavi del desktop</translation>
    </message>
    <message>
        <source>Credentials of systemd</source>
        <translation>Le credenziali di systemd</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Un file</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italiano</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglese</translation>
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
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Before the next call</source>
        <translation>Prima della prossima chiamata</translation>
    </message>
    <message>
        <source>When a device is missing</source>
        <translation>Quando manca un dispositivo</translation>
    </message>
    <message>
        <source>Somebody&apos;s computer</source>
        <translation>Il computer di una persona</translation>
    </message>
    <message>
        <source>A kiosk for patients</source>
        <translation>Un chiosco per i pazienti</translation>
    </message>
    <message>
        <source>Where there is one</source>
        <translation>Dove ce n’è una</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Sempre</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ClosedPage</name>
    <message>
        <source>Please go to the reception.</source>
        <translation>Si rivolga all’accettazione.</translation>
    </message>
    <message>
        <source>Opens today at %1</source>
        <comment>a time</comment>
        <translation>Apre oggi alle %1</translation>
    </message>
    <message>
        <source>Opens tomorrow at %1</source>
        <comment>a time</comment>
        <translation>Apre domani alle %1</translation>
    </message>
    <message>
        <source>Opens on %1 at %2</source>
        <comment>a day of the week, a time</comment>
        <translation>Apre %1 alle %2</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Chiuso</translation>
    </message>
    <message>
        <source>For the reception: touch the screen.</source>
        <translation>Per l’accettazione: toccare lo schermo.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::CodePage</name>
    <message>
        <source>Nothing entered yet</source>
        <translation>Ancora nessun carattere</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong codes. Wait %n second(s), or ask at the reception.</source>
        <translation>
            <numerusform>Troppi codici errati. Attendere %n secondo, o chiedere all’accettazione.</numerusform>
            <numerusform>Troppi codici errati. Attendere %n secondi, o chiedere all’accettazione.</numerusform>
        </translation>
    </message>
    <message>
        <source>This code is not known now. Check it, or ask at the reception.</source>
        <translation>Questo codice ora non è noto. Controllarlo, o chiedere all’accettazione.</translation>
    </message>
    <message>
        <source>This kiosk cannot read codes yet. Ask at the reception.</source>
        <translation>Questo chiosco non può ancora leggere i codici. Chiedere all’accettazione.</translation>
    </message>
    <message>
        <source>The appointments cannot be looked up now. Try again in a moment, or ask at the reception.</source>
        <translation>Ora non si possono cercare gli appuntamenti. Riprovare fra poco, o chiedere all’accettazione.</translation>
    </message>
    <message>
        <source>Enter your code</source>
        <translation>Inserire il codice</translation>
    </message>
    <message>
        <source>It is on your slip, or the reception has told you.</source>
        <translation>È sul foglio ricevuto, o lo ha detto l’accettazione.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Delete the last one</source>
        <translation>Cancella l’ultimo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Your appointment is being looked for…</source>
        <translation>Si sta cercando l’appuntamento…</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ColoursPage</name>
    <message>
        <source>Saved at Kaleyra. New call pages have these colours.</source>
        <translation>Salvato presso Kaleyra. Le nuove pagine di chiamata hanno questi colori.</translation>
    </message>
    <message>
        <source>These hold for call pages of the whole company, at every station and for every patient.</source>
        <translation>Valgono per le pagine di chiamata di tutta l’azienda, in ogni postazione e per ogni paziente.</translation>
    </message>
    <message>
        <source>With colours for one kind of page only, nobody can switch between light and dark.</source>
        <translation>Con i colori per un solo tipo di pagina, nessuno può passare da chiaro a scuro.</translation>
    </message>
    <message>
        <source>Kaleyra answers. Somebody has changed the colours meanwhile.</source>
        <translation>Kaleyra risponde. Nel frattempo qualcuno ha cambiato i colori.</translation>
    </message>
    <message>
        <source>Kaleyra answers, with these colours.</source>
        <translation>Kaleyra risponde, con questi colori.</translation>
    </message>
    <message>
        <source>The service answers.</source>
        <translation>Il servizio risponde.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::CompanyPage</name>
    <message>
        <source>English</source>
        <translation>Inglese</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italiano</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Tedesco</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francese</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polacco</translation>
    </message>
    <message>
        <source>Saved at Kaleyra.</source>
        <translation>Salvato presso Kaleyra.</translation>
    </message>
    <message>
        <source>Kaleyra answers for the company %1.</source>
        <translation>Kaleyra risponde per l’azienda %1.</translation>
    </message>
    <message>
        <source>At Kaleyra: %1</source>
        <translation>Presso Kaleyra: %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nulla</translation>
    </message>
    <message>
        <source>These hold for the whole company, at every station and for every patient.</source>
        <translation>Valgono per tutta l’azienda, in ogni postazione e per ogni paziente.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Default language of call pages</source>
        <translation>Lingua predefinita delle pagine di chiamata</translation>
    </message>
    <message>
        <source>Where call pages go at their end</source>
        <translation>Dove va la pagina di chiamata alla fine</translation>
    </message>
    <message>
        <source>They stay where they are</source>
        <translation>Resta dov’è</translation>
    </message>
    <message>
        <source>How long they wait before that, in milliseconds</source>
        <translation>Quanto aspetta prima, in millisecondi</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ConnectionPage</name>
    <message>
        <source>No Kaleyra is set: the built-in sandbox is used.</source>
        <translation>Nessuna Kaleyra è impostata: si usa la sandbox integrata.</translation>
    </message>
    <message>
        <source>Kaleyra answers, and takes the key of the company %1.</source>
        <translation>Kaleyra risponde e accetta la chiave dell’azienda %1.</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>India</source>
        <translation>India</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Stati Uniti</translation>
    </message>
    <message>
        <source>Middle East</source>
        <translation>Medio Oriente</translation>
    </message>
    <message>
        <source>Environment and region</source>
        <translation>Ambiente e regione</translation>
    </message>
    <message>
        <source>Each API key belongs to one of them. Kaleyra&apos;s console shows which.</source>
        <translation>Ogni chiave API appartiene a uno di questi. La console di Kaleyra mostra quale.</translation>
    </message>
    <message>
        <source>The built-in sandbox</source>
        <translation>La sandbox integrata</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Un altro indirizzo</translation>
    </message>
    <message>
        <source>Kaleyra&apos;s test environment, %1</source>
        <translation>Ambiente di prova di Kaleyra, %1</translation>
    </message>
    <message>
        <source>Kaleyra, %1</source>
        <translation>Kaleyra, %1</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chiave API</translation>
    </message>
    <message>
        <source>The service answers, and lists consultations.</source>
        <translation>Il servizio risponde, ed elenca i teleconsulti.</translation>
    </message>
    <message>
        <source>The service answers, but has no list of consultations: the agenda stays empty, and single ones are opened by their links.</source>
        <translation>Il servizio risponde, ma non ha un elenco dei teleconsulti: l’agenda resta vuota, e i singoli si aprono dal loro link.</translation>
    </message>
    <message>
        <source>Token for the service</source>
        <translation>Token per il servizio</translation>
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
    <message>
        <source>Share</source>
        <translation>Condividi</translation>
    </message>
    <message>
        <source>Room at Kaleyra</source>
        <translation>Stanza presso Kaleyra</translation>
    </message>
    <message>
        <source>Wait</source>
        <comment>for a consultation to open</comment>
        <translation>Attendi</translation>
    </message>
    <message>
        <source>Change date or time</source>
        <translation>Cambia data o ora</translation>
    </message>
    <message>
        <source>Date and time stay as they are once the room is open.</source>
        <translation>Data e ora non cambiano più quando la stanza è aperta.</translation>
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
    <name>teleconsult::ui::DeviceDialog</name>
    <message>
        <source>The system&apos;s choice</source>
        <translation>Scelta del sistema</translation>
    </message>
    <message>
        <source>%1 (not connected)</source>
        <comment>a device</comment>
        <translation>%1 (non collegato)</translation>
    </message>
    <message>
        <source>No camera was found. Connect one, or join without camera.</source>
        <translation>Nessuna videocamera trovata. Collegarne una o entrare senza videocamera.</translation>
    </message>
    <message>
        <source>No microphone was found. Connect one: without it nobody hears you.</source>
        <translation>Nessun microfono trovato. Collegarne uno: senza, nessuno può sentire.</translation>
    </message>
    <message>
        <source>The camera does not answer. Close other programs that use it, or join without camera.</source>
        <translation>La videocamera non risponde. Chiudere gli altri programmi che la usano o entrare senza videocamera.</translation>
    </message>
    <message>
        <source>The microphone does not answer. Close other programs that use it.</source>
        <translation>Il microfono non risponde. Chiudere gli altri programmi che lo usano.</translation>
    </message>
    <message>
        <source>This computer does not allow the camera. Allow it in the system&apos;s privacy settings.</source>
        <translation>Questo computer non consente la videocamera. Consentirla nelle impostazioni di privacy del sistema.</translation>
    </message>
    <message>
        <source>This computer does not allow the microphone. Allow it in the system&apos;s privacy settings.</source>
        <translation>Questo computer non consente il microfono. Consentirlo nelle impostazioni di privacy del sistema.</translation>
    </message>
    <message>
        <source>Camera and microphone</source>
        <translation>Videocamera e microfono</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Videocamera</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microfono</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Altoparlante</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Livello del microfono</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Immagine della videocamera</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Riproduci un suono</translation>
    </message>
    <message>
        <source>Join without camera</source>
        <translation>Entra senza videocamera</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>The check of the camera stopped working and begins again. If it does not, open this window anew.</source>
        <translation>La prova della videocamera si è interrotta e ricomincia. Se non lo fa, aprire di nuovo questa finestra.</translation>
    </message>
    <message>
        <source>The check of the microphone stopped working and begins again. If it does not, open this window anew.</source>
        <translation>La prova del microfono si è interrotta e ricomincia. Se non lo fa, aprire di nuovo questa finestra.</translation>
    </message>
    <message>
        <source>No loudspeaker was found. Connect one: without it you hear nobody.</source>
        <translation>Nessun altoparlante trovato. Collegarne uno: senza, non si sente nessuno.</translation>
    </message>
    <message>
        <source>The sound could not be played. Check the loudspeaker, or choose another one.</source>
        <translation>Impossibile riprodurre il suono. Controllare l’altoparlante o sceglierne un altro.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::DeviceOffer</name>
    <message>
        <source>Try camera and microphone first?</source>
        <translation>Provare prima la videocamera e il microfono?</translation>
    </message>
    <message>
        <source>See yourself, hear a sound, and choose which devices this computer uses in calls. It takes half a minute and can be done again from the menu.</source>
        <translation>Si può vedere la propria immagine, ascoltare un suono e scegliere i dispositivi che questo computer usa nelle chiamate. Basta mezzo minuto e si può rifare dal menu.</translation>
    </message>
    <message>
        <source>Check camera and microphone</source>
        <translation>Prova videocamera e microfono</translation>
    </message>
    <message>
        <source>Join now</source>
        <translation>Entra ora</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Non chiedere più</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::DownloadList</name>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Apri la cartella</translation>
    </message>
    <message>
        <source>Change folder</source>
        <translation>Cambia cartella</translation>
    </message>
    <message>
        <source>Saving %1: %2 % of %3</source>
        <translation>Salvataggio di %1: %2 % di %3</translation>
    </message>
    <message>
        <source>Saving %1: %2</source>
        <translation>Salvataggio di %1: %2</translation>
    </message>
    <message>
        <source>%1 was saved in %2.</source>
        <translation>%1 è stato salvato in %2.</translation>
    </message>
    <message>
        <source>%1 did not arrive in full and was not saved. Ask for it again in the call.</source>
        <translation>%1 non è arrivato per intero e non è stato salvato. Richiederlo nella chiamata.</translation>
    </message>
    <message>
        <source>%1 was not saved.</source>
        <translation>%1 non è stato salvato.</translation>
    </message>
    <message>
        <source>The file was not saved: it is not from this call, or its folder cannot be written to.</source>
        <translation>Il file non è stato salvato: non proviene da questa chiamata, o nella sua cartella non si può scrivere.</translation>
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
        <source>It must last at least %1 minutes.</source>
        <translation>Durata minima: %1 minuti.</translation>
    </message>
    <message>
        <source>End at most %1 hours later.</source>
        <translation>Terminare al massimo %1 ore dopo.</translation>
    </message>
    <message>
        <source>It must last at most %1 hours.</source>
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
    <message>
        <source>Somebody else has changed this consultation meanwhile. Look at it again, and repeat your change if it is still wanted.</source>
        <translation>Qualcun altro ha modificato nel frattempo questo teleconsulto. Controllarlo e ripetere la modifica, se serve ancora.</translation>
    </message>
    <message>
        <source>The setting %1 names something that is no group or no tool. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>L’impostazione %1 nomina qualcosa che non è un gruppo o uno strumento. Chiedi a chi ha configurato Teleconsult di correggerla e riavvia Teleconsult.</translation>
    </message>
    <message>
        <source>There is no usable key for codes in the file that the setting %1 names: the file is missing, readable by others, or holds fewer than 32 characters. Ask whoever set Teleconsult up to correct it.</source>
        <translation>Nel file indicato dall’impostazione %1 non c’è una chiave utilizzabile per i codici: il file manca, è leggibile da altri o contiene meno di 32 caratteri. Chiedere a chi ha configurato Teleconsult di correggerlo.</translation>
    </message>
    <message>
        <source>The settings could not be written, and are as they were. Check the room on the disk and who may write the file settings.ini, then try again.</source>
        <translation>Non è stato possibile scrivere le impostazioni, che restano com’erano. Controllare lo spazio sul disco e chi può scrivere il file settings.ini, poi riprovare.</translation>
    </message>
    <message>
        <source>This computer is short of memory. Close other programs, then try again.</source>
        <translation>Su questo computer manca la memoria. Chiudere altri programmi, poi riprovare.</translation>
    </message>
    <message>
        <source>The setting %1 cannot be changed here: something stronger holds it.</source>
        <translation>L’impostazione %1 non si può cambiare qui: la stabilisce qualcosa che ha la precedenza.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::FormDialog</name>
    <message>
        <source>%1 %2 Everything you entered is still here.</source>
        <comment>not done, why</comment>
        <translation>%1 %2 Tutti i dati inseriti sono ancora qui.</translation>
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
        <source>Discard</source>
        <translation>Scarta</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Continua</translation>
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
    <name>teleconsult::ui::GreetingPage</name>
    <message>
        <source>Yes, that is me</source>
        <translation>Sì, sono io</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Benvenuti</translation>
    </message>
    <message>
        <source>Welcome, %1</source>
        <comment>a first name</comment>
        <translation>Salve, %1</translation>
    </message>
    <message>
        <source>Your video consultation is at %1. Is that you?</source>
        <comment>a time</comment>
        <translation>Il Suo teleconsulto è alle %1. È Lei?</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::GroupRow</name>
    <message>
        <source>Name of the group</source>
        <translation>Nome del gruppo</translation>
    </message>
    <message>
        <source>Organises</source>
        <translation>Organizza</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>Partecipa</translation>
    </message>
    <message>
        <source>Virtual background</source>
        <translation>Sfondo virtuale</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>Rimuovi questo gruppo</translation>
    </message>
    <message>
        <source>new group</source>
        <translation>nuovo gruppo</translation>
    </message>
    <message>
        <source>Name of the group %1</source>
        <translation>Nome del gruppo %1</translation>
    </message>
    <message>
        <source>What %1 does</source>
        <translation>Che cosa fa %1</translation>
    </message>
    <message>
        <source>Virtual background for %1</source>
        <translation>Sfondo virtuale per %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Rimuovi %1</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ImportPage</name>
    <message>
        <source>Choose a file of settings</source>
        <translation>Scegliere un file di impostazioni</translation>
    </message>
    <message numerus="yes">
        <source>%n are like that already.</source>
        <translation>
            <numerusform>%n è già così.</numerusform>
            <numerusform>%n sono già così.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something else holds a value of the file, so it cannot be taken over: take that line out of it.</source>
        <translation>Un valore del file è stabilito altrove, quindi il file non può essere importato: togliere quella riga.</translation>
    </message>
    <message>
        <source>Save first what was changed on other pages, or wait for what goes on there.</source>
        <translation>Salvare prima ciò che è stato cambiato nelle altre pagine, o attendere ciò che è in corso.</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Salvare le impostazioni</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Salvato come %1.</translation>
    </message>
    <message>
        <source>Every value of the settings and of the environment is right.</source>
        <translation>Ogni valore delle impostazioni e dell’ambiente è giusto.</translation>
    </message>
    <message>
        <source>Takes over what another installation was told: the JSON configuration or the environment file of the original Teleconsultation Service, or settings that Teleconsult has saved. What the file would change is shown first.</source>
        <translation>Importa ciò che è stato impostato altrove: la configurazione JSON o il file di ambiente del Teleconsultation Service originale, oppure impostazioni salvate da Teleconsult. Prima si vede che cosa cambierebbe il file.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Scegli un file…</translation>
    </message>
    <message>
        <source>What the file changes</source>
        <translation>Che cosa cambia il file</translation>
    </message>
    <message>
        <source>Put its API key into the store for secrets</source>
        <translation>Mettere la sua chiave API dove stanno i dati segreti</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importa</translation>
    </message>
    <message>
        <source>Save into a file</source>
        <translation>Salva in un file</translation>
    </message>
    <message>
        <source>All values that are not the defaults, for another computer. Secrets are not among them.</source>
        <translation>Tutti i valori diversi da quelli predefiniti, per un altro computer. I dati segreti non ci sono.</translation>
    </message>
    <message>
        <source>As a file of settings…</source>
        <translation>Come file di impostazioni…</translation>
    </message>
    <message>
        <source>As an environment file…</source>
        <translation>Come file di ambiente…</translation>
    </message>
    <message numerus="yes">
        <source>%n values change with “%1”.</source>
        <translation>
            <numerusform>%n valore cambia con “%1”.</numerusform>
            <numerusform>%n valori cambiano con “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ImportWords</name>
    <message>
        <source>This is not possible here. Expected: %1.</source>
        <translation>Qui non è possibile. Previsto: %1.</translation>
    </message>
    <message>
        <source>This is neither [group], name=value nor a comment.</source>
        <translation>Questo non è né [gruppo], né nome=valore, né un commento.</translation>
    </message>
    <message>
        <source>This is not NAME=value.</source>
        <translation>Questo non è NOME=valore.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Mancano le virgolette di chiusura.</translation>
    </message>
    <message>
        <source>This is not valid JSON.</source>
        <translation>Questo non è JSON valido.</translation>
    </message>
    <message>
        <source>This is missing.</source>
        <translation>Questo manca.</translation>
    </message>
    <message>
        <source>There is no such property.</source>
        <translation>Questa proprietà non esiste.</translation>
    </message>
    <message>
        <source>A value of another kind belongs here.</source>
        <translation>Qui va un valore di un altro tipo.</translation>
    </message>
    <message>
        <source>This value does not exist.</source>
        <translation>Questo valore non esiste.</translation>
    </message>
    <message>
        <source>This is no colour: write #rgb or #rrggbb.</source>
        <translation>Questo non è un colore: scrivere #rgb o #rrggbb.</translation>
    </message>
    <message>
        <source>This is no web address.</source>
        <translation>Questo non è un indirizzo web.</translation>
    </message>
    <message>
        <source>The JSON configuration that is named here is not right, or not on this computer. Take that file over by itself, and this one without the line.</source>
        <translation>La configurazione JSON indicata qui non è giusta, o non è su questo computer. Importare quel file da solo, e questo senza la riga.</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>Questa impostazione non esiste.</translation>
    </message>
    <message>
        <source>This does not belong into a file of settings.</source>
        <translation>Questo non va in un file di impostazioni.</translation>
    </message>
    <message>
        <source>An API key is one word, without blanks.</source>
        <translation>Una chiave API è una parola sola, senza spazi.</translation>
    </message>
    <message>
        <source>The API key is given twice: as it is, and by the name of a file. Keep one of them.</source>
        <translation>La chiave API è data due volte: così com’è e con il nome di un file. Tenerne una sola.</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Non impostato</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Il file non può essere letto.</translation>
    </message>
    <message>
        <source>The file is too large for one of settings.</source>
        <translation>Il file è troppo grande per essere un file di impostazioni.</translation>
    </message>
    <message>
        <source>%1 cannot be changed here, so nothing was taken over.</source>
        <translation>%1 non può essere cambiato qui, quindi non è stato importato nulla.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Riga %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place in a file</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Non è cambiato nulla.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a value now, and then</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Goes into the store for secrets</source>
        <translation>Va dove stanno i dati segreti</translation>
    </message>
    <message>
        <source>Left out: a secret is not kept with the settings</source>
        <translation>Tralasciato: un dato segreto non sta fra le impostazioni</translation>
    </message>
    <message>
        <source>Left out: none of Teleconsult&apos;s settings</source>
        <translation>Tralasciato: non è un’impostazione di Teleconsult</translation>
    </message>
    <message>
        <source>%1 is ignored. %2</source>
        <comment>a setting or variable; why</comment>
        <translation>%1 viene ignorato. %2</translation>
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
    <name>teleconsult::ui::KaleyraPage</name>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Asking Kaleyra…</source>
        <translation>Richiesta a Kaleyra…</translation>
    </message>
    <message>
        <source>This station asks another service, which does not change the company: that is done where the API key is.</source>
        <translation>Questa postazione chiede a un altro servizio, che non modifica l’azienda: si fa dove si trova la chiave API.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::KioskCodeDialog</name>
    <message>
        <source>QR code of %1 for the kiosk</source>
        <translation>Codice QR di %1 per il chiosco</translation>
    </message>
    <message>
        <source>Codes for the kiosk</source>
        <translation>Codici per il chiosco</translation>
    </message>
    <message>
        <source>Each code is personal. It opens the call at the kiosk from %1, %2, until an hour after the end, and no longer when the consultation is moved.</source>
        <comment>a day, a time</comment>
        <translation>Ogni codice è personale. Apre la chiamata al chiosco dal %1, ore %2, fino a un’ora dopo la fine, e non più se il teleconsulto viene spostato.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::KioskDevicePage</name>
    <message>
        <source>Camera and microphone do not work. Tell the reception.</source>
        <translation>Videocamera e microfono non funzionano. Avvisare l’accettazione.</translation>
    </message>
    <message>
        <source>The microphone does not work: nobody would hear you. Tell the reception.</source>
        <translation>Il microfono non funziona: nessuno sentirebbe. Avvisare l’accettazione.</translation>
    </message>
    <message>
        <source>The camera does not work: nobody would see you. Tell the reception.</source>
        <translation>La videocamera non funziona: nessuno vedrebbe. Avvisare l’accettazione.</translation>
    </message>
    <message>
        <source>Can you see yourself?</source>
        <translation>Si vede?</translation>
    </message>
    <message>
        <source>Say a few words: the bar below moves when the microphone hears you.</source>
        <translation>Dire qualche parola: la barra qui sotto si muove quando il microfono sente.</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Livello del microfono</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Immagine della videocamera</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Riproduci un suono</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Does the microphone hear you?</source>
        <translation>Il microfono sente la voce?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>The loudspeaker does not work: you would hear nobody. Tell the reception.</source>
        <translation>L’altoparlante non funziona: non si sentirebbe nessuno. Avvisare l’accettazione.</translation>
    </message>
    <message>
        <source>More than one device does not work. Tell the reception.</source>
        <translation>Più di un dispositivo non funziona. Avvisare l’accettazione.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::KioskHeader</name>
    <message>
        <source>Contrast</source>
        <translation>Contrasto</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contrasto elevato</translation>
    </message>
    <message>
        <source>Practice only: no call here is real</source>
        <translation>Solo prova: nessuna chiamata è reale</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::KioskNoticePage</name>
    <message>
        <source>Before the call</source>
        <translation>Prima della chiamata</translation>
    </message>
    <message>
        <source>You agree for this call only.</source>
        <translation>Il consenso vale solo per questa chiamata.</translation>
    </message>
    <message>
        <source>Agree and continue</source>
        <translation>Accetta e continua</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Torna all’inizio</translation>
    </message>
    <message>
        <source>Kaleyra says more on its own pages:</source>
        <translation>Kaleyra dice di più sulle sue pagine:</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::KioskPage</name>
    <message>
        <source>A kiosk can be started like this.</source>
        <translation>Un chiosco si può avviare così.</translation>
    </message>
    <message numerus="yes">
        <source>This computer has %n screen(s). Connect the one that is meant, or choose another: the kiosk would fill the first.</source>
        <translation>
            <numerusform>Questo computer ha %n schermo. Collegare quello voluto o sceglierne un altro: il chiosco riempirebbe il primo.</numerusform>
            <numerusform>Questo computer ha %n schermi. Collegare quello voluto o sceglierne un altro: il chiosco riempirebbe il primo.</numerusform>
        </translation>
    </message>
    <message>
        <source>No support contact is set: when the kiosk keeps failing, it cannot say whom to call.</source>
        <translation>Non è impostato nessun recapito dell’assistenza: se il chiosco continua a guastarsi, non può dire chi chiamare.</translation>
    </message>
    <message>
        <source>The support contact is no telephone number, mail or web address: its QR code leads nowhere.</source>
        <translation>Il recapito dell’assistenza non è un numero di telefono, un indirizzo di posta o del web: il suo codice QR non porta da nessuna parte.</translation>
    </message>
    <message>
        <source>%1: this is not possible. Expected: %2.</source>
        <comment>a setting&apos;s name, its range</comment>
        <translation>%1: non è possibile. Atteso: %2.</translation>
    </message>
    <message>
        <source>The reception has no PIN: nobody can open the agenda at the kiosk. Set one on the page “PIN of the reception”.</source>
        <translation>L’accettazione non ha un PIN: nessuno può aprire l’agenda al chiosco. Impostarne uno alla pagina “PIN dell’accettazione”.</translation>
    </message>
    <message>
        <source>The settings have no PIN: nobody can leave the kiosk at its screen. Set one on the page “PIN”.</source>
        <translation>Le impostazioni non hanno un PIN: nessuno può uscire dal chiosco dal suo schermo. Impostarne uno alla pagina “PIN”.</translation>
    </message>
    <message>
        <source>No appointment key file is named: no code opens a call. Make one and name it here and on every computer that hands out codes.</source>
        <translation>Non è indicato nessun file della chiave degli appuntamenti: nessun codice apre una chiamata. Crearne uno e indicarlo qui e su ogni computer che consegna codici.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::KioskPinPage</name>
    <message>
        <source>No PIN has been set for this. Ask whoever looks after this computer.</source>
        <translation>Per questo non è stato impostato un PIN. Chiedere a chi si occupa di questo computer.</translation>
    </message>
    <message>
        <source>For the reception</source>
        <translation>Per l’accettazione</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Esci dal chiosco</translation>
    </message>
    <message>
        <source>The appointments are behind the reception&apos;s PIN.</source>
        <translation>Gli appuntamenti sono protetti dal PIN dell’accettazione.</translation>
    </message>
    <message>
        <source>Only with the PIN of whoever looks after this computer.</source>
        <translation>Solo con il PIN di chi si occupa di questo computer.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Open the agenda</source>
        <translation>Apri l’agenda</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::KioskWindow</name>
    <message numerus="yes">
        <source>This screen goes back to its start in %n second(s).</source>
        <translation>
            <numerusform>Questo schermo torna all’inizio fra %n secondo.</numerusform>
            <numerusform>Questo schermo torna all’inizio fra %n secondi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>C’è ancora qualcuno?</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Sono ancora qui</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::LinkReception</name>
    <message>
        <source>There is no link to open. Copy the link of a consultation first.</source>
        <translation>Non c’è nessun link da aprire. Copiare prima il link di un teleconsulto.</translation>
    </message>
    <message>
        <source>This is not the link of a consultation. Nothing was opened.</source>
        <translation>Questo non è il link di un teleconsulto. Non è stato aperto nulla.</translation>
    </message>
    <message>
        <source>A call is on. Leave it before you open another consultation.</source>
        <translation>È in corso una chiamata. Uscire prima di aprire un altro teleconsulto.</translation>
    </message>
    <message>
        <source>Finish what is open first, then open the consultation again.</source>
        <translation>Concludere prima ciò che è aperto, poi aprire di nuovo il teleconsulto.</translation>
    </message>
    <message>
        <source>The link leads to a consultation that is not here. It may have been deleted, or belong to another clinic.</source>
        <translation>Il link porta a un teleconsulto che qui non esiste. Potrebbe essere stato eliminato o appartenere a un’altra clinica.</translation>
    </message>
    <message>
        <source>The consultation could not be opened. %1</source>
        <translation>Non è stato possibile aprire il teleconsulto. %1</translation>
    </message>
    <message>
        <source>The consultation is being looked for…</source>
        <translation>Il teleconsulto viene cercato…</translation>
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
    <name>teleconsult::ui::LogoControl</name>
    <message>
        <source>Choose a logo</source>
        <translation>Scegli un logo</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Immagini</translation>
    </message>
    <message>
        <source>This is how the logo will look. Save keeps it.</source>
        <translation>Il logo apparirà così. Salva lo conserva.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Scegli un’immagine…</translation>
    </message>
    <message>
        <source>Teleconsult&apos;s own</source>
        <translation>Quello di Teleconsult</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::MainWindow</name>
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
        <source>Sandbox: practice calls on this computer. Services of the clinic are asked all the same.</source>
        <translation>Sandbox: chiamate di prova su questo computer. I servizi della clinica vengono comunque interrogati.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ModeColours</name>
    <message>
        <source>Buttons can hardly be told from the ground: contrast %1 to 1, and it should be 3 or more.</source>
        <translation>I pulsanti si distinguono appena dal fondo: contrasto %1 a 1, dovrebbe essere almeno 3.</translation>
    </message>
    <message>
        <source>This is a dark ground, for those who chose a light page.</source>
        <translation>È un fondo scuro, per chi ha scelto una pagina chiara.</translation>
    </message>
    <message>
        <source>This is a light ground, for those who chose a dark page.</source>
        <translation>È un fondo chiaro, per chi ha scelto una pagina scura.</translation>
    </message>
    <message>
        <source>Enter a colour as #480ca8.</source>
        <translation>Inserire un colore come #480ca8.</translation>
    </message>
    <message>
        <source>Own colours for dark call pages</source>
        <translation>Colori propri per le pagine di chiamata scure</translation>
    </message>
    <message>
        <source>Own colours for light call pages</source>
        <translation>Colori propri per le pagine di chiamata chiare</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Pulsanti</translation>
    </message>
    <message>
        <source>%1, dark</source>
        <translation>%1, scuro</translation>
    </message>
    <message>
        <source>%1, light</source>
        <translation>%1, chiaro</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>Choose the colour: %1</source>
        <translation>Scegli il colore: %1</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Televisita</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Come apparirà</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::NoticePage</name>
    <message>
        <source>Before your first call</source>
        <translation>Prima della prima chiamata</translation>
    </message>
    <message>
        <source>A call is carried by Kaleyra, which processes its data: picture and sound, messages and shared files. Share sensitive or personal information only as far as the consultation needs it.</source>
        <translation>La chiamata passa attraverso Kaleyra, che ne tratta i dati: immagini e suoni, messaggi e file condivisi. Condividere informazioni sensibili o personali solo per quanto serve al teleconsulto.</translation>
    </message>
    <message>
        <source>Kaleyra says more in its %1 and its %2.</source>
        <comment>Terms of Service, Privacy Policy</comment>
        <translation>Kaleyra ne dice di più nei suoi %1 e nella sua %2.</translation>
    </message>
    <message>
        <source>Terms of Service</source>
        <translation>Termini di servizio</translation>
    </message>
    <message>
        <source>Privacy Policy</source>
        <translation>Informativa sulla privacy</translation>
    </message>
    <message>
        <source>From your clinic</source>
        <translation>Dalla clinica</translation>
    </message>
    <message>
        <source>You agree in the name of %1. You are asked again only when these words change.</source>
        <comment>a person&apos;s name</comment>
        <translation>Il consenso è dato a nome di %1. Sarà chiesto di nuovo solo se queste parole cambiano.</translation>
    </message>
    <message>
        <source>Agree and continue</source>
        <translation>Accetta e continua</translation>
    </message>
    <message>
        <source>Back to the agenda</source>
        <translation>Torna all’agenda</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::OutagePage</name>
    <message>
        <source>For the reception: this computer does not reach the network. Check its cable or Wi-Fi, and whether other computers reach the internet. If they do, call the support.</source>
        <translation>Per l’accettazione: questo computer non raggiunge la rete. Controllare il cavo o il Wi-Fi, e se gli altri computer raggiungono Internet. Se la raggiungono, chiamare l’assistenza.</translation>
    </message>
    <message>
        <source>For the reception: the appointments cannot be read. If this lasts for more than a few minutes, call the support.</source>
        <translation>Per l’accettazione: gli appuntamenti non si possono leggere. Se dura più di qualche minuto, chiamare l’assistenza.</translation>
    </message>
    <message>
        <source>For the reception: the service that carries the calls refuses this clinic. Call the support.</source>
        <translation>Per l’accettazione: il servizio che porta le chiamate rifiuta questa clinica. Chiamare l’assistenza.</translation>
    </message>
    <message numerus="yes">
        <source>For the reception: this computer&apos;s clock is %n minute(s) slow.</source>
        <translation>
            <numerusform>Per l’accettazione: l’orologio di questo computer è indietro di %n minuto.</numerusform>
            <numerusform>Per l’accettazione: l’orologio di questo computer è indietro di %n minuti.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For the reception: this computer&apos;s clock is %n minute(s) fast.</source>
        <translation>
            <numerusform>Per l’accettazione: l’orologio di questo computer è avanti di %n minuto.</numerusform>
            <numerusform>Per l’accettazione: l’orologio di questo computer è avanti di %n minuti.</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes and opening hours go by it. Call the support, so that the clock is set.</source>
        <translation>Codici e orari di apertura ne dipendono. Chiamare l’assistenza, perché l’orologio sia regolato.</translation>
    </message>
    <message>
        <source>This kiosk does not work at the moment</source>
        <translation>Questo chiosco al momento non funziona</translation>
    </message>
    <message>
        <source>Please go to the reception. This page disappears as soon as it works again.</source>
        <translation>Si rivolga all’accettazione. Questa pagina scompare da sé appena tutto funziona di nuovo.</translation>
    </message>
    <message>
        <source>Support: %1</source>
        <comment>a telephone number or an address</comment>
        <translation>Assistenza: %1</translation>
    </message>
    <message>
        <source>Schedule (reception)</source>
        <translation>Agenda (accettazione)</translation>
    </message>
    <message>
        <source>For the reception: no safe connection is possible, most likely because this computer&apos;s clock is wrong. It says %1. Call the support: the clock has to be set or, if it is right, the server looked at.</source>
        <comment>a day and a time</comment>
        <translation>Per l’accettazione: non è possibile una connessione sicura, molto probabilmente perché l’orologio di questo computer è sbagliato. Segna %1. Chiamare l’assistenza: l’orologio va regolato o, se è giusto, va controllato il server.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ParticipantList</name>
    <message>
        <source>Participants</source>
        <translation>Partecipanti</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Aggiungi partecipante</translation>
    </message>
    <message numerus="yes">
        <source>%n more participant(s) not known yet</source>
        <translation>
            <numerusform>%n altro partecipante non ancora noto</numerusform>
            <numerusform>Altri %n partecipanti non ancora noti</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Lei)</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Lingua: %1</translation>
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
        <translation>Partecipante %1 (Lei): nome e cognome</translation>
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
        <translation>Partecipante %1 (Lei): codice nel vostro archivio</translation>
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
    <name>teleconsult::ui::PathEdit</name>
    <message>
        <source>Choose a folder</source>
        <translation>Scegli una cartella</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Scegli un file</translation>
    </message>
    <message>
        <source>%1 (Alt+Down)</source>
        <translation>%1 (Alt+Giù)</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PeopleOffer</name>
    <message numerus="yes">
        <source>%n person(s) seen before</source>
        <translation>
            <numerusform>%n persona già vista</numerusform>
            <numerusform>%n persone già viste</numerusform>
        </translation>
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
    <name>teleconsult::ui::PinDialog</name>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>The settings of this station are behind a PIN. Ask whoever set Teleconsult up.</source>
        <translation>Le impostazioni di questa postazione sono protette da un PIN. Chiedere a chi ha configurato Teleconsult.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Apri impostazioni</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PinEntry</name>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n second(s).</source>
        <translation>
            <numerusform>Troppi tentativi errati. Attendere %n secondo.</numerusform>
            <numerusform>Troppi tentativi errati. Attendere %n secondi.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not the PIN. Try again.</source>
        <translation>Il PIN non è questo. Riprovare.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PinPage</name>
    <message>
        <source>This is not the same PIN.</source>
        <translation>I due PIN non coincidono.</translation>
    </message>
    <message>
        <source>Where several people use this computer, a PIN keeps its settings from being changed by chance. It does not protect from somebody who can change files here: a policy does.</source>
        <translation>Dove più persone usano questo computer, un PIN evita che le impostazioni siano cambiate per caso. Non protegge da chi può modificare i file: per questo servono le regole del computer.</translation>
    </message>
    <message>
        <source>Ask for a PIN before the settings open</source>
        <translation>Chiedere un PIN prima di aprire le impostazioni</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Nuovo PIN</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>%1 characters or more. Keep it in a safe place: it cannot be shown again.</source>
        <translation>Almeno %1 caratteri. Conservarlo al sicuro: non può essere mostrato di nuovo.</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Ripetere</translation>
    </message>
    <message>
        <source>Where this computer is a kiosk, its agenda is behind this PIN. Without one it shows no agenda.</source>
        <translation>Dove questo computer è un chiosco, la sua agenda è protetta da questo PIN. Senza PIN non mostra l’agenda.</translation>
    </message>
    <message>
        <source>Open the kiosk&apos;s agenda with a PIN</source>
        <translation>Aprire l’agenda del chiosco con un PIN</translation>
    </message>
    <message>
        <source>This can be the PIN. Save sets it.</source>
        <translation>Questo può essere il PIN. Con Salva viene impostato.</translation>
    </message>
    <message>
        <source>Without a PIN a kiosk shows its agenda to nobody, the reception included.</source>
        <translation>Senza PIN un chiosco non mostra l’agenda a nessuno, nemmeno all’accettazione.</translation>
    </message>
    <message>
        <source>Without a PIN, whoever sits at this computer can change its settings.</source>
        <translation>Senza PIN, chiunque usi questo computer può cambiarne le impostazioni.</translation>
    </message>
    <message numerus="yes">
        <source>The PIN is set. After wrong tries nobody gets in for %n seconds.</source>
        <translation>
            <numerusform>Il PIN è impostato. Dopo i tentativi sbagliati nessuno entra per %n secondo.</numerusform>
            <numerusform>Il PIN è impostato. Dopo i tentativi sbagliati nessuno entra per %n secondi.</numerusform>
        </translation>
    </message>
    <message>
        <source>The PIN is set: a kiosk&apos;s agenda opens with it.</source>
        <translation>Il PIN è impostato: apre l’agenda di un chiosco.</translation>
    </message>
    <message>
        <source>The PIN is set: the settings open with it.</source>
        <translation>Il PIN è impostato: apre le impostazioni.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PrivacyPage</name>
    <message>
        <source>Consultations and their participants</source>
        <translation>Televisite e loro partecipanti</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Policy of this computer</source>
        <translation>Regole di questo computer</translation>
    </message>
    <message>
        <source>API key and other secrets</source>
        <translation>Chiave API e altri segreti</translation>
    </message>
    <message>
        <source>Log, without names and links</source>
        <translation>Registro, senza nomi e link</translation>
    </message>
    <message>
        <source>Data of the call page (cookies and the like)</source>
        <translation>Dati della pagina di chiamata (cookie e simili)</translation>
    </message>
    <message>
        <source>What the sandbox keeps</source>
        <translation>Ciò che conserva la sandbox</translation>
    </message>
    <message>
        <source>Files from calls</source>
        <translation>File delle chiamate</translation>
    </message>
    <message>
        <source>Crash dumps: the system&apos;s, Teleconsult writes none</source>
        <translation>Dump degli arresti: del sistema, Teleconsult non ne scrive</translation>
    </message>
    <message>
        <source>Clear the call page&apos;s data?</source>
        <translation>Cancellare i dati della pagina di chiamata?</translation>
    </message>
    <message>
        <source>Cookies and what else call pages have kept on this computer is deleted. Consultations, settings and files from calls stay.</source>
        <translation>I cookie e quanto le pagine di chiamata hanno conservato su questo computer vengono cancellati. Televisite, impostazioni e file delle chiamate restano.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Cancella</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserva</translation>
    </message>
    <message>
        <source>The call page&apos;s data is gone.</source>
        <translation>I dati della pagina di chiamata sono stati cancellati.</translation>
    </message>
    <message>
        <source>A call, a device check or a download is still going on. Leave it, then try again.</source>
        <translation>Una chiamata, una prova dei dispositivi o uno scaricamento è ancora in corso. Chiudere e riprovare.</translation>
    </message>
    <message>
        <source>Not everything could be deleted. Check who owns the folder, then try again.</source>
        <translation>Non è stato possibile cancellare tutto. Controlla di chi è la cartella e riprova.</translation>
    </message>
    <message>
        <source>Read it before you save it.</source>
        <translation>Leggerlo prima di salvarlo.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Salva il rapporto</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Salvato come %1.</translation>
    </message>
    <message>
        <source>What is stored where</source>
        <translation>Che cosa si trova dove</translation>
    </message>
    <message>
        <source>Data of the call page</source>
        <translation>Dati della pagina di chiamata</translation>
    </message>
    <message>
        <source>Call pages keep cookies and settings here, as in a browser. Clear them when a station changes hands, or when calls do not start. Not possible during a call.</source>
        <translation>Le pagine di chiamata conservano qui cookie e impostazioni, come in un browser. Cancellarli quando una postazione cambia mano o quando le chiamate non partono. Non è possibile durante una chiamata.</translation>
    </message>
    <message>
        <source>Clear the call page&apos;s data…</source>
        <translation>Cancella i dati della pagina di chiamata…</translation>
    </message>
    <message>
        <source>Support report</source>
        <translation>Rapporto per l’assistenza</translation>
    </message>
    <message>
        <source>One text for somebody who helps from afar: versions, what is wrong, settings and where they come from, and the last lines of the log. It names no patients and holds neither keys nor links. Nothing is sent by itself.</source>
        <translation>Un unico testo per chi aiuta a distanza: versioni, che cosa non va, impostazioni e loro origine, ultime righe del registro. Non nomina pazienti e non contiene né chiavi né link. Nulla viene inviato da solo.</translation>
    </message>
    <message>
        <source>Make a report</source>
        <translation>Crea un rapporto</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Salva il rapporto…</translation>
    </message>
    <message>
        <source>In the desktop&apos;s keychain</source>
        <translation>Nel portachiavi del desktop</translation>
    </message>
    <message>
        <source>Nowhere on this computer</source>
        <translation>Non su questo computer</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (non esiste)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Open the folder: %1</source>
        <translation>Apri la cartella: %1</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Apri la cartella</translation>
    </message>
    <message>
        <source>Everything was looked at, and nothing has to be mended.</source>
        <translation>Tutto è stato controllato, e non c’è nulla da sistemare.</translation>
    </message>
    <message numerus="yes">
        <source>%n things have to be mended. The report says which, and how.</source>
        <translation>
            <numerusform>%n cosa è da sistemare. Il rapporto dice quale, e come.</numerusform>
            <numerusform>%n cose sono da sistemare. Il rapporto dice quali, e come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ReceptionPage</name>
    <message>
        <source>At the kiosk a call is entered with a code. Doctors enter it on their own computer.</source>
        <translation>Al chiosco si entra in una chiamata con un codice. I medici entrano dal proprio computer.</translation>
    </message>
    <message>
        <source>For the reception</source>
        <translation>Per l’accettazione</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Blocca</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RecordMovePanel</name>
    <message>
        <source>The consultations of this computer were moved on %1. What is left here is a backup that is not used any more.</source>
        <translation>I teleconsulti di questo computer sono stati trasferiti il %1. Ciò che resta qui è una copia di sicurezza che non viene più usata.</translation>
    </message>
    <message numerus="yes">
        <source>This computer keeps %n consultation(s), deleted ones included.</source>
        <translation>
            <numerusform>Questo computer conserva %n teleconsulto, eliminati compresi.</numerusform>
            <numerusform>Questo computer conserva %n teleconsulti, eliminati compresi.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer keeps no consultations that could be moved.</source>
        <translation>Questo computer non conserva teleconsulti da trasferire.</translation>
    </message>
    <message numerus="yes">
        <source>Besides, %n consultation(s) were tried out in the sandbox. They stay here: their rooms and links exist on this computer only.</source>
        <translation>
            <numerusform>Inoltre %n teleconsulto è stato provato nella sandbox. Resta qui: la sua stanza e i suoi link esistono solo su questo computer.</numerusform>
            <numerusform>Inoltre %n teleconsulti sono stati provati nella sandbox. Restano qui: le loro stanze e i loro link esistono solo su questo computer.</numerusform>
        </translation>
    </message>
    <message>
        <source>A move was begun on %1 and has not ended. It goes on where it stopped.</source>
        <translation>Un trasferimento è iniziato il %1 e non è finito. Riprende da dove si è fermato.</translation>
    </message>
    <message>
        <source>Person %1</source>
        <comment>by the clinic&apos;s id</comment>
        <translation>Persona %1</translation>
    </message>
    <message>
        <source>Consultation of %1</source>
        <translation>Teleconsulto del %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… e un altro.</numerusform>
            <numerusform>… e altri %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was moved so far is there; the rest follows when you go on.</source>
        <translation>Fermato. Ciò che è stato trasferito finora è al suo posto; il resto segue quando riprendi.</translation>
    </message>
    <message>
        <source>The move stopped. %1 When you go on, nothing is moved twice.</source>
        <translation>Il trasferimento si è fermato. %1 Quando riprendi, nulla viene trasferito due volte.</translation>
    </message>
    <message numerus="yes">
        <source>%n consultation(s) are in the CRUD service now.</source>
        <translation>
            <numerusform>%n teleconsulto è ora nel servizio CRUD.</numerusform>
            <numerusform>%n teleconsulti sono ora nel servizio CRUD.</numerusform>
        </translation>
    </message>
    <message>
        <source>The records on this computer are kept as a backup. Start Teleconsult again, and every other program that uses these records.</source>
        <translation>I dati su questo computer restano come copia di sicurezza. Riavvia Teleconsult e ogni altro programma che usa questi dati.</translation>
    </message>
    <message>
        <source>Not everything could be moved, so this computer&apos;s records stay in use:</source>
        <translation>Non è stato possibile trasferire tutto, perciò restano in uso i dati di questo computer:</translation>
    </message>
    <message>
        <source>Move to the CRUD service</source>
        <translation>Trasferimento al servizio CRUD</translation>
    </message>
    <message>
        <source>Progress of the move</source>
        <translation>Avanzamento del trasferimento</translation>
    </message>
    <message>
        <source>Looking whether all is there: %1 %</source>
        <translation>Verifica che ci sia tutto: %1 %</translation>
    </message>
    <message>
        <source>Moving: %1 %</source>
        <translation>Trasferimento: %1 %</translation>
    </message>
    <message>
        <source>Go on moving…</source>
        <translation>Riprendi il trasferimento…</translation>
    </message>
    <message>
        <source>Move this computer&apos;s consultations…</source>
        <translation>Trasferisci i teleconsulti di questo computer…</translation>
    </message>
    <message>
        <source>Leave these behind…</source>
        <translation>Lascia qui questi…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Stop the move</source>
        <translation>Ferma il trasferimento</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RecordingText</name>
    <message>
        <source>This call will be recorded, picture and sound, from its beginning.</source>
        <translation>Questa chiamata sarà registrata, immagini e suoni, dall’inizio.</translation>
    </message>
    <message>
        <source>This call may be recorded: somebody who takes part can start that.</source>
        <translation>Questa chiamata può essere registrata: chi partecipa può avviare la registrazione.</translation>
    </message>
    <message>
        <source>This call is recorded, picture and sound.</source>
        <translation>Questa chiamata viene registrata, immagini e suoni.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RecordsPage</name>
    <message>
        <source>Enter the CRUD service and its two collections first, and test them.</source>
        <translation>Prima inserisci il servizio CRUD e le sue due raccolte, e provali.</translation>
    </message>
    <message>
        <source>They are copied to %1, with their links and deleted ones included. When all of them are there, Teleconsult keeps its records there, and those on this computer become a backup.</source>
        <translation>Vengono copiati su %1, con i loro link ed eliminati compresi. Quando ci sono tutti, Teleconsult tiene lì i suoi dati, e quelli su questo computer diventano una copia di sicurezza.</translation>
    </message>
    <message>
        <source>What could not be moved will only be in the backup.</source>
        <translation>Ciò che non è stato possibile trasferire resterà solo nella copia di sicurezza.</translation>
    </message>
    <message numerus="yes">
        <source>Move %n consultation(s)?</source>
        <translation>
            <numerusform>Trasferire %n teleconsulto?</numerusform>
            <numerusform>Trasferire %n teleconsulti?</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Trasferisci</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>The move has not ended. This computer&apos;s records stay in use.</source>
        <translation>Il trasferimento non è finito. Restano in uso i dati di questo computer.</translation>
    </message>
    <message>
        <source>Everything was moved, but the settings could not be saved. Press Save: until then nothing can be changed here.</source>
        <translation>È stato trasferito tutto, ma non è stato possibile salvare le impostazioni. Premere Salva: fino ad allora qui non si può modificare nulla.</translation>
    </message>
    <message>
        <source>Everything was moved. Start Teleconsult again to work with the CRUD service.</source>
        <translation>È stato trasferito tutto. Riavvia Teleconsult per lavorare con il servizio CRUD.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::Reminders</name>
    <message>
        <source>Consultation at %1</source>
        <comment>10:15</comment>
        <translation>Teleconsulto alle %1</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>Show in the agenda</source>
        <translation>Mostra nell’agenda</translation>
    </message>
    <message numerus="yes">
        <source>It opens in %n minute(s).</source>
        <translation>
            <numerusform>Si apre tra %n minuto.</numerusform>
            <numerusform>Si apre tra %n minuti.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is open now.</source>
        <translation>È aperto ora.</translation>
    </message>
    <message>
        <source>Somebody is waiting in it.</source>
        <translation>Qualcuno è già in attesa.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RemindersDialog</name>
    <message>
        <source>Whether Teleconsult starts at log-in could not be changed: %1 cannot be written to.</source>
        <translation>Non è stato possibile cambiare l’avvio all’accesso: non si può scrivere in %1.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Promemoria</translation>
    </message>
    <message>
        <source>Remind me of my consultations</source>
        <translation>Ricordami i miei teleconsulti</translation>
    </message>
    <message>
        <source>Minutes before the room opens</source>
        <translation>Minuti prima dell’apertura della stanza</translation>
    </message>
    <message>
        <source>Another reminder comes when it is open, and when somebody is waiting.</source>
        <translation>Un altro promemoria arriva quando è aperta e quando qualcuno è in attesa.</translation>
    </message>
    <message>
        <source>Name the participants</source>
        <translation>Indica i nomi dei partecipanti</translation>
    </message>
    <message>
        <source>In reminders and in the panel&apos;s list. Anybody who sees the screen can read a reminder, also while it is locked.</source>
        <translation>Nei promemoria e nell’elenco del pannello. Chiunque veda lo schermo può leggere un promemoria, anche quando è bloccato.</translation>
    </message>
    <message>
        <source>Show an icon in the panel, with what is still to come today</source>
        <translation>Mostra un’icona nel pannello, con ciò che resta di oggi</translation>
    </message>
    <message>
        <source>Start Teleconsult when I log in</source>
        <translation>Avvia Teleconsult all’accesso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>While the icon is there, closing the window leaves Teleconsult running, with its reminders. Ctrl+Q ends it.</source>
        <translation>Finché c’è l’icona, chiudere la finestra non termina Teleconsult né i suoi promemoria. Per uscire: Ctrl+Q.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RescheduleDialog</name>
    <message>
        <source>Change date or time</source>
        <translation>Cambia data o ora</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambia</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Modifica in corso…</translation>
    </message>
    <message>
        <source>Not changed.</source>
        <translation>Non modificato.</translation>
    </message>
    <message>
        <source>Close while changing?</source>
        <translation>Chiudere durante la modifica?</translation>
    </message>
    <message>
        <source>The consultation is changed all the same. If it cannot be, this form comes back.</source>
        <translation>Il teleconsulto viene modificato comunque. Se non è possibile, questo modulo ricompare.</translation>
    </message>
    <message>
        <source>The consultation stays when it was.</source>
        <translation>Il teleconsulto resta com’era.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RescheduleForm</name>
    <message>
        <source>Tell the participants: what was handed out before, on paper or as a calendar file, names the old time, and links may have to be handed out again.</source>
        <translation>Avvisare i partecipanti: ciò che è stato consegnato prima, su carta o come file di calendario, riporta il vecchio orario, e i link potrebbero dover essere consegnati di nuovo.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RestingPage</name>
    <message>
        <source>The kiosk is open</source>
        <translation>Il chiosco è aperto</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Benvenuti</translation>
    </message>
    <message>
        <source>Touch what you have come for.</source>
        <translation>Toccare ciò che serve.</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>Ho un appuntamento</translation>
    </message>
    <message>
        <source>Schedule (reception)</source>
        <translation>Agenda (accettazione)</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RolesPage</name>
    <message>
        <source>Enter the group&apos;s name, or remove it.</source>
        <translation>Inserire il nome del gruppo o rimuoverlo.</translation>
    </message>
    <message>
        <source>There is a group of this name already.</source>
        <translation>Esiste già un gruppo con questo nome.</translation>
    </message>
    <message>
        <source>A name cannot hold a comma, and cannot be “none”.</source>
        <translation>Un nome non può contenere una virgola e non può essere “none”.</translation>
    </message>
    <message>
        <source>At least one group has to organise: without one, nobody could open a call.</source>
        <translation>Almeno un gruppo deve organizzare: altrimenti nessuno potrebbe aprire una chiamata.</translation>
    </message>
    <message>
        <source>Some groups are not right yet: see above.</source>
        <translation>Alcuni gruppi non sono ancora corretti: vedi sopra.</translation>
    </message>
    <message>
        <source>The person of this computer is in none of these groups (%1), and could take part in no call. Add the group, or change the person&apos;s.</source>
        <translation>La persona di questo computer non è in nessuno di questi gruppi (%1) e non potrebbe partecipare ad alcuna chiamata. Aggiungi il gruppo o cambia quelli della persona.</translation>
    </message>
    <message>
        <source>The groups are right. What they mean for coming consultations cannot be told: %1</source>
        <translation>I gruppi sono corretti. Non si può dire che cosa comportino per i prossimi teleconsulti: %1</translation>
    </message>
    <message>
        <source>Drawing on pictures together works only with the whiteboard and with taking pictures: switch both on for the same people.</source>
        <translation>Disegnare insieme sulle immagini funziona solo con la lavagna e con lo scatto di immagini: attiva entrambi per le stesse persone.</translation>
    </message>
    <message numerus="yes">
        <source>The groups are right, and %n coming consultations keep their roles.</source>
        <translation>
            <numerusform>I gruppi sono corretti, e %n prossimo teleconsulto mantiene i suoi ruoli.</numerusform>
            <numerusform>I gruppi sono corretti, e %n prossimi teleconsulti mantengono i loro ruoli.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n coming consultations somebody would have no role any more (%1).</source>
        <translation>
            <numerusform>In %n prossimo teleconsulto qualcuno non avrebbe più un ruolo (%1).</numerusform>
            <numerusform>In %n prossimi teleconsulti qualcuno non avrebbe più un ruolo (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n coming consultations nobody would be left to open the call.</source>
        <translation>
            <numerusform>In %n prossimo teleconsulto nessuno potrebbe più aprire la chiamata.</numerusform>
            <numerusform>In %n prossimi teleconsulti nessuno potrebbe più aprire la chiamata.</numerusform>
        </translation>
    </message>
    <message>
        <source>They could not be changed until the groups are there again.</source>
        <translation>Non si potrebbero modificare finché i gruppi non ci sono di nuovo.</translation>
    </message>
    <message>
        <source>Changes take effect at the next start.</source>
        <translation>Le modifiche hanno effetto al prossimo avvio.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppi</translation>
    </message>
    <message>
        <source>Each person of the clinic is in one or more groups, by the names that your records use. A call needs somebody who organises, as a doctor; patients take part.</source>
        <translation>Ogni persona della clinica è in uno o più gruppi, con i nomi usati nei vostri archivi. Una chiamata richiede qualcuno che organizza, come un medico; i pazienti partecipano.</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Aggiungi un gruppo</translation>
    </message>
    <message>
        <source>Tools in a call</source>
        <translation>Strumenti in chiamata</translation>
    </message>
    <message>
        <source>What people of each kind can use. Rooms that are there already keep theirs.</source>
        <translation>Che cosa può usare ciascun tipo di persona. Le stanze già esistenti mantengono i loro.</translation>
    </message>
    <message>
        <source>They were set at this computer.</source>
        <translation>Sono stati impostati su questo computer.</translation>
    </message>
    <message>
        <source>These are the defaults.</source>
        <translation>Sono quelli predefiniti.</translation>
    </message>
    <message>
        <source>They come from the file %1.</source>
        <translation>Vengono dal file %1.</translation>
    </message>
    <message>
        <source>The file can be used now. Start Teleconsult again.</source>
        <translation>Ora il file è utilizzabile. Riavviare Teleconsult.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RoomText</name>
    <message>
        <source>The room is closed.</source>
        <translation>La stanza è chiusa.</translation>
    </message>
    <message>
        <source>A call is going on in the room.</source>
        <translation>Nella stanza è in corso una chiamata.</translation>
    </message>
    <message>
        <source>Nobody is in the room.</source>
        <translation>Nella stanza non c’è nessuno.</translation>
    </message>
    <message>
        <source>The room: %1.</source>
        <comment>Kaleyra&apos;s own word</comment>
        <translation>La stanza: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 used.</source>
        <comment>two durations</comment>
        <translation>Usati %1 di %2.</translation>
    </message>
    <message>
        <source>%1 used, without a limit.</source>
        <comment>a duration</comment>
        <translation>Usati %1, senza limite.</translation>
    </message>
    <message>
        <source>Not recorded.</source>
        <translation>Non registrata.</translation>
    </message>
    <message>
        <source>Recorded from its beginning.</source>
        <translation>Registrata dall’inizio.</translation>
    </message>
    <message>
        <source>Recorded when somebody in the call starts it.</source>
        <translation>Registrata quando qualcuno nella chiamata avvia la registrazione.</translation>
    </message>
    <message>
        <source>%1 Kaleyra says: %2.</source>
        <comment>a sentence, Kaleyra&apos;s own word</comment>
        <translation>%1 Kaleyra dice: %2.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ScanPanel</name>
    <message>
        <source>The camera is being switched on…</source>
        <translation>La videocamera si sta accendendo…</translation>
    </message>
    <message>
        <source>The camera is off.</source>
        <translation>La videocamera è spenta.</translation>
    </message>
    <message>
        <source>There is no camera. Type your code.</source>
        <translation>Non c’è una videocamera. Digitare il codice.</translation>
    </message>
    <message>
        <source>The camera may not be used here. Type your code.</source>
        <translation>Qui la videocamera non si può usare. Digitare il codice.</translation>
    </message>
    <message>
        <source>The camera is in use or does not answer. Type your code.</source>
        <translation>La videocamera è occupata o non risponde. Digitare il codice.</translation>
    </message>
    <message>
        <source>The camera cannot be used just now. Type your code.</source>
        <translation>La videocamera al momento non si può usare. Digitare il codice.</translation>
    </message>
    <message>
        <source>Hold only one slip in front of the camera.</source>
        <translation>Tenere un solo foglio davanti alla videocamera.</translation>
    </message>
    <message>
        <source>This is not a code for the kiosk. On your slip it is the small one.</source>
        <translation>Questo non è un codice per il chiosco. Sul foglio ricevuto è quello piccolo.</translation>
    </message>
    <message>
        <source>Or hold the small QR code of your slip in front of the camera.</source>
        <translation>Oppure tenere il codice QR piccolo del foglio davanti alla videocamera.</translation>
    </message>
    <message>
        <source>Use the camera</source>
        <translation>Usa la videocamera</translation>
    </message>
    <message>
        <source>Try the camera again</source>
        <translation>Riprova con la videocamera</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Immagine della videocamera</translation>
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
        <source>Close while scheduling?</source>
        <translation>Chiudere durante la programmazione?</translation>
    </message>
    <message>
        <source>This consultation has not been scheduled.</source>
        <translation>Questo teleconsulto non è stato programmato.</translation>
    </message>
    <message>
        <source>Schedule a consultation</source>
        <translation>Programma un teleconsulto</translation>
    </message>
    <message>
        <source>The consultation is scheduled all the same, and then appears in the agenda. If it cannot be, this form comes back.</source>
        <translation>Il teleconsulto viene programmato comunque e compare poi nell’agenda. Se non è possibile, questo modulo ritorna.</translation>
    </message>
    <message>
        <source>Not scheduled.</source>
        <translation>Non programmato.</translation>
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
    <message>
        <source>%1, %2 × %3</source>
        <comment>a screen&apos;s name, its width and height in pixels</comment>
        <translation>%1, %2 × %3</translation>
    </message>
    <message>
        <source>You have several screens. Shown is the one on the left (%1).</source>
        <translation>Ci sono più schermi. Viene mostrato quello a sinistra (%1).</translation>
    </message>
    <message>
        <source>You have several screens. Shown is the one on the right (%1).</source>
        <translation>Ci sono più schermi. Viene mostrato quello a destra (%1).</translation>
    </message>
    <message>
        <source>You have several screens. Shown is the main one (%1).</source>
        <translation>Ci sono più schermi. Viene mostrato quello principale (%1).</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SecretErrorText</name>
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
        <source>The API key that is set up is not a key. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>Ciò che è impostato come chiave API non è una chiave. Chiedere a chi ha configurato Teleconsult di correggerla e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The API key is set up both as a value and as a file. Ask whoever set Teleconsult up to leave one of them and start Teleconsult again.</source>
        <translation>La chiave API è impostata sia come valore sia come file. Chiedere a chi ha configurato Teleconsult di lasciarne uno solo e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>The keychain of this computer is locked. Unlock it, then try again.</source>
        <translation>Il portachiavi di questo computer è bloccato. Sbloccarlo e riprovare.</translation>
    </message>
    <message>
        <source>The keychain was not opened for Teleconsult. Start Teleconsult again, and enter the keychain&apos;s password when it asks.</source>
        <translation>Il portachiavi non è stato aperto per Teleconsult. Riavviare Teleconsult e inserire la password del portachiavi quando viene chiesta.</translation>
    </message>
    <message>
        <source>No keychain is running on this computer, and the API key is kept in one. Log in to the desktop, or ask whoever set Teleconsult up to keep the key elsewhere.</source>
        <translation>Su questo computer non è attivo nessun portachiavi, dove dovrebbe trovarsi la chiave API. Accedere al desktop, oppure chiedere a chi ha configurato Teleconsult di conservare la chiave altrove.</translation>
    </message>
    <message>
        <source>The keychain of this computer does not answer as it should. Log out and in again; if it stays like this, ask whoever looks after this computer.</source>
        <translation>Il portachiavi di questo computer non risponde come dovrebbe. Uscire dalla sessione e rientrare; se il problema resta, rivolgersi a chi si occupa di questo computer.</translation>
    </message>
    <message>
        <source>Secrets are handed to Teleconsult by the system and cannot be changed here. Ask whoever looks after this computer.</source>
        <translation>I dati segreti vengono forniti a Teleconsult dal sistema e non si possono modificare qui. Rivolgersi a chi si occupa di questo computer.</translation>
    </message>
    <message>
        <source>The system has handed no secrets to Teleconsult. Ask whoever set it up to start it with its credentials.</source>
        <translation>Il sistema non ha fornito dati segreti a Teleconsult. Chiedere a chi lo ha configurato di avviarlo con le sue credenziali.</translation>
    </message>
    <message>
        <source>This secret is set up in a variable or in a file, which holds before what is entered here. Ask whoever set Teleconsult up to change it there.</source>
        <translation>Questo dato segreto è impostato in una variabile o in un file, che prevale su quanto inserito qui. Chiedere a chi ha configurato Teleconsult di modificarlo lì.</translation>
    </message>
    <message>
        <source>Others on this computer can read the stored secret. Let only its owner read it, then try again.</source>
        <translation>Altri su questo computer possono leggere il dato segreto conservato. Renderlo leggibile solo al proprietario e riprovare.</translation>
    </message>
    <message>
        <source>The stored secret cannot be read. Check whose file it is, then try again.</source>
        <translation>Il dato segreto conservato non è leggibile. Controllare di chi è il file e riprovare.</translation>
    </message>
    <message>
        <source>This is no usable secret: it has to be one word without blanks. Enter it again.</source>
        <translation>Il dato segreto non è utilizzabile: deve essere una sola parola senza spazi. Inserirlo di nuovo.</translation>
    </message>
    <message>
        <source>No API key is set up. Ask whoever set Teleconsult up to enter it.</source>
        <translation>Non è impostata nessuna chiave API. Chiedere a chi ha configurato Teleconsult di inserirla.</translation>
    </message>
    <message>
        <source>The setting %1 names no place for secrets. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>L’impostazione %1 non indica un posto per i dati segreti. Chiedere a chi ha configurato Teleconsult di correggerla e di riavviare Teleconsult.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SecretRow</name>
    <message>
        <source>Replace</source>
        <translation>Sostituisci</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Imposta</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Verifica…</translation>
    </message>
    <message>
        <source>A key is given by a variable or a file that the settings name, and is changed there.</source>
        <translation>Una chiave è data da una variabile o da un file indicato nelle impostazioni, e si cambia lì.</translation>
    </message>
    <message>
        <source>A key is set. It is never shown again.</source>
        <translation>Una chiave è impostata. Non viene più mostrata.</translation>
    </message>
    <message>
        <source>No key is set.</source>
        <translation>Nessuna chiave impostata.</translation>
    </message>
    <message>
        <source>No key is set, and none can be set here.</source>
        <translation>Nessuna chiave impostata, e qui non se ne possono impostare.</translation>
    </message>
    <message>
        <source>It was changed, and takes effect at once.</source>
        <translation>La modifica è fatta e vale da subito.</translation>
    </message>
    <message>
        <source>It was removed.</source>
        <translation>Rimozione eseguita.</translation>
    </message>
    <message>
        <source>A token is given by a file that the settings name, and is changed there.</source>
        <translation>Un token è dato da un file indicato nelle impostazioni, e si cambia lì.</translation>
    </message>
    <message>
        <source>A token is set. It is never shown again.</source>
        <translation>Un token è impostato. Non viene più mostrato.</translation>
    </message>
    <message>
        <source>No token is set.</source>
        <translation>Nessun token è impostato.</translation>
    </message>
    <message>
        <source>No token is set, and none can be set here.</source>
        <translation>Nessun token è impostato, e qui non se ne può impostare uno.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SettingOrigin</name>
    <message>
        <source>Set at this computer; by default it is not set.</source>
        <translation>Impostato su questo computer; altrimenti non lo sarebbe.</translation>
    </message>
    <message>
        <source>Set at this computer; the default is “%1”.</source>
        <translation>Impostato su questo computer; il valore predefinito è “%1”.</translation>
    </message>
    <message>
        <source>This is the default.</source>
        <translation>È il valore predefinito.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SettingTrials</name>
    <message>
        <source>The CRUD service answers for both collections.</source>
        <translation>Il servizio CRUD risponde per entrambe le raccolte.</translation>
    </message>
    <message>
        <source>Records are kept on this computer, and can be read.</source>
        <translation>I dati sono conservati su questo computer e si possono leggere.</translation>
    </message>
    <message>
        <source>The auth service answers.</source>
        <translation>Il servizio di autenticazione risponde.</translation>
    </message>
    <message>
        <source>No auth service is set: names and groups are typed with each participant.</source>
        <translation>Nessun servizio di autenticazione è impostato: nomi e gruppi si inseriscono con ogni partecipante.</translation>
    </message>
    <message>
        <source>Rooms open at their start, and can be changed until then.</source>
        <translation>Le stanze si aprono all’inizio, e fino ad allora si possono modificare.</translation>
    </message>
    <message numerus="yes">
        <source>Rooms open %n minutes before their start, and can be changed until then.</source>
        <translation>
            <numerusform>Le stanze si aprono %n minuto prima dell’inizio, e fino ad allora si possono modificare.</numerusform>
            <numerusform>Le stanze si aprono %n minuti prima dell’inizio, e fino ad allora si possono modificare.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every call is recorded.</source>
        <translation>Ogni chiamata viene registrata.</translation>
    </message>
    <message>
        <source>Calls can be recorded.</source>
        <translation>Le chiamate si possono registrare.</translation>
    </message>
    <message>
        <source>http://127.0.0.1/callback at any port</source>
        <translation>http://127.0.0.1/callback a qualsiasi porta</translation>
    </message>
    <message>
        <source>The OpenID provider answers, and knows the client. It has to let the client come back to %1.</source>
        <translation>Il provider OpenID risponde e conosce il client. Deve permettere al client di tornare a %1.</translation>
    </message>
    <message>
        <source>The provider&apos;s description is not usable: %1 is missing, or is no https address. That has to be mended at the provider.</source>
        <translation>La descrizione del provider non è utilizzabile: %1 manca, o non è un indirizzo https. Va corretto presso il provider.</translation>
    </message>
    <message>
        <source>What answers there does not say which provider it is. Check the address.</source>
        <translation>Ciò che risponde lì non dice quale provider sia. Controllare l’indirizzo.</translation>
    </message>
    <message>
        <source>What answers there calls itself %1. If that is the provider that is meant, enter this address as it is.</source>
        <translation>Ciò che risponde lì si chiama %1. Se è il provider giusto, inserire questo indirizzo così com’è.</translation>
    </message>
    <message>
        <source>No safe connection to the OpenID provider is possible: its certificate does not hold here. Check the date of this computer and the provider&apos;s certificate.</source>
        <translation>Non è possibile un collegamento sicuro con il provider OpenID: il suo certificato qui non vale. Controllare la data di questo computer e il certificato del provider.</translation>
    </message>
    <message>
        <source>The OpenID provider does not answer at %1. Check the address and the network.</source>
        <translation>Il provider OpenID non risponde a %1. Controllare l’indirizzo e la rete.</translation>
    </message>
    <message>
        <source>The OpenID provider has a problem of its own (%1). Try again in a few minutes.</source>
        <translation>Il provider OpenID ha un problema suo (%1). Riprovare fra qualche minuto.</translation>
    </message>
    <message>
        <source>No OpenID provider describes itself at %1 (.well-known/openid-configuration below it). Check the address.</source>
        <translation>A %1 nessun provider OpenID si descrive (sotto .well-known/openid-configuration). Controllare l’indirizzo.</translation>
    </message>
    <message>
        <source>The OpenID provider&apos;s address has to begin with https.</source>
        <translation>L’indirizzo del provider OpenID deve cominciare con https.</translation>
    </message>
    <message>
        <source>A client id is needed: the one under which Teleconsult is registered at the OpenID provider.</source>
        <translation>Serve un id del client: quello con cui Teleconsult è registrato presso il provider OpenID.</translation>
    </message>
    <message>
        <source>The OpenID provider answers, but does not know this client id, or wants a secret with it (%1). Register Teleconsult there as a public client that may come back to %2.</source>
        <translation>Il provider OpenID risponde, ma non conosce questo id del client, o vuole anche un segreto (%1). Registrare lì Teleconsult come client pubblico che può tornare a %2.</translation>
    </message>
    <message>
        <source>Another program uses port %1 of this computer, so the browser could not come back. Choose another port, or 0.</source>
        <translation>Un altro programma usa la porta %1 di questo computer, quindi il browser non potrebbe tornare. Scegliere un’altra porta, o 0.</translation>
    </message>
    <message>
        <source>Files from a call are saved in %1.</source>
        <translation>I file delle chiamate vengono salvati in %1.</translation>
    </message>
    <message>
        <source>Nobody is reminded.</source>
        <translation>Nessun promemoria.</translation>
    </message>
    <message>
        <source>A reminder comes when a room opens.</source>
        <translation>Un promemoria arriva all’apertura della stanza.</translation>
    </message>
    <message numerus="yes">
        <source>A reminder comes %n minutes before a room opens, and when it opens.</source>
        <translation>
            <numerusform>Un promemoria arriva %n minuto prima dell’apertura della stanza e un altro all’apertura.</numerusform>
            <numerusform>Un promemoria arriva %n minuti prima dell’apertura della stanza e un altro all’apertura.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files from a call cannot be saved in %1: it is no folder, or this person may not write there. Choose another folder, or leave the field empty.</source>
        <translation>I file delle chiamate non possono essere salvati in %1: non è una cartella, oppure questa persona non può scrivervi. Scegliere un’altra cartella o lasciare vuoto il campo.</translation>
    </message>
    <message>
        <source>The Teleconsultation Service that keeps the records answers.</source>
        <translation>Il servizio di teleconsulto che conserva i dati risponde.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SettingsDialog</name>
    <message>
        <source>%1, not saved</source>
        <comment>a page</comment>
        <translation>%1, non salvata</translation>
    </message>
    <message>
        <source>Close while something is going on?</source>
        <translation>Chiudere mentre qualcosa è in corso?</translation>
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
        <source>Discard what you changed?</source>
        <translation>Abbandonare le modifiche?</translation>
    </message>
    <message>
        <source>Some settings have not been saved.</source>
        <translation>Alcune impostazioni non sono state salvate.</translation>
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
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pagine delle impostazioni</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>What is under way is given up.</source>
        <translation>Ciò che è in corso viene interrotto.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SettingsErrorText</name>
    <message>
        <source>This file is not a picture. Choose a photo or an image, best a JPEG.</source>
        <translation>Questo file non è un’immagine. Scegliere una foto o un’immagine, meglio se JPEG.</translation>
    </message>
    <message>
        <source>This is a HEIC picture, as phones take them, and this computer cannot read it. Save it as JPEG there, or send it to yourself: most phones then make a JPEG of it.</source>
        <translation>Questa è un’immagine HEIC, come le fanno i telefoni, e questo computer non può leggerla. Salvarla come JPEG sul telefono, oppure inviarla a se stessi: quasi tutti i telefoni la convertono in JPEG.</translation>
    </message>
    <message>
        <source>This is a picture of the kind %1, which this computer cannot read. Save it as JPEG, then choose that.</source>
        <translation>Questa è un’immagine di tipo %1, che questo computer non può leggere. Salvarla come JPEG e scegliere quella.</translation>
    </message>
    <message>
        <source>The picture is damaged or not complete. Copy it again from where it came from.</source>
        <translation>L’immagine è danneggiata o incompleta. Copiarla di nuovo dall’originale.</translation>
    </message>
    <message>
        <source>The picture is too small: each side needs %1 pixels or more, or it would look blurred.</source>
        <translation>L’immagine è troppo piccola: ogni lato deve avere almeno %1 pixel, altrimenti apparirebbe sfocata.</translation>
    </message>
    <message>
        <source>The picture is larger than this computer can handle. Save it smaller, best as a JPEG.</source>
        <translation>L’immagine è più grande di quanto questo computer possa gestire. Salvarla più piccola, meglio se JPEG.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that it is still there and that you may open it.</source>
        <translation>Il file non può essere letto. Controllare che esista ancora e che lo si possa aprire.</translation>
    </message>
    <message>
        <source>The company has %1 pictures, and there is no room for another one. Delete one first.</source>
        <translation>L’azienda ha già %1 immagini e non c’è posto per un’altra. Eliminarne prima una.</translation>
    </message>
    <message>
        <source>The picture does not fit into 10 MB, however it is saved. Choose a calmer one.</source>
        <translation>L’immagine non sta in 10 MB, comunque la si salvi. Sceglierne una meno dettagliata.</translation>
    </message>
    <message>
        <source>Kaleyra does not take this picture. Choose another one.</source>
        <translation>Kaleyra non accetta questa immagine. Sceglierne un’altra.</translation>
    </message>
    <message>
        <source>Kaleyra could not keep the picture. Try again in a few minutes.</source>
        <translation>Kaleyra non è riuscita a conservare l’immagine. Riprovare tra qualche minuto.</translation>
    </message>
    <message>
        <source>This picture is no longer among the company&apos;s.</source>
        <translation>Questa immagine non è più tra quelle dell’azienda.</translation>
    </message>
    <message>
        <source>Use letters, digits, blanks and # &amp; @ ’ . , ? ! only.</source>
        <translation>Usare solo lettere, cifre, spazi e # &amp; @ ’ . , ? !</translation>
    </message>
    <message>
        <source>Enter the company&apos;s name.</source>
        <translation>Inserire il nome dell’azienda.</translation>
    </message>
    <message>
        <source>Choose a language from the list.</source>
        <translation>Scegliere una lingua dall’elenco.</translation>
    </message>
    <message>
        <source>Enter an address that begins with https://, or nothing.</source>
        <translation>Inserire un indirizzo che inizia con https://, oppure nulla.</translation>
    </message>
    <message>
        <source>Choose a time between 0 and 60,000 milliseconds.</source>
        <translation>Scegliere un tempo tra 0 e 60.000 millisecondi.</translation>
    </message>
    <message>
        <source>The logo is too small: its longer side needs %1 pixels or more.</source>
        <translation>Il logo è troppo piccolo: il lato più lungo deve avere almeno %1 pixel.</translation>
    </message>
    <message>
        <source>Choose %1 to %2 characters.</source>
        <translation>Scegliere da %1 a %2 caratteri.</translation>
    </message>
    <message>
        <source>The records were moved to the CRUD service, and nothing is changed here any more. Start Teleconsult again; if it still says so, set the CRUD service in the settings.</source>
        <translation>I dati sono stati trasferiti al servizio CRUD e qui non si modifica più nulla. Riavvia Teleconsult; se lo dice ancora, imposta il servizio CRUD nelle impostazioni.</translation>
    </message>
    <message>
        <source>The CRUD service takes no records with their ids. It has to be version 6.9 or newer, and a gateway has to let its import through.</source>
        <translation>Il servizio CRUD non accetta dati con il loro identificativo. Deve essere la versione 6.9 o successiva, e un eventuale gateway deve lasciar passare l’importazione.</translation>
    </message>
    <message>
        <source>The collection of consultations has ids of another kind. Choose one whose ids are ObjectIds.</source>
        <translation>La raccolta dei teleconsulti ha identificativi di un altro tipo. Scegline una i cui identificativi siano ObjectId.</translation>
    </message>
    <message>
        <source>It was changed here and in the CRUD service, and neither is overwritten.</source>
        <translation>È stato modificato sia qui sia nel servizio CRUD, e nessuno dei due viene sovrascritto.</translation>
    </message>
    <message>
        <source>The CRUD service keeps something else than it was sent. Check the collection&apos;s fields.</source>
        <translation>Il servizio CRUD conserva qualcosa di diverso da ciò che ha ricevuto. Controlla i campi della raccolta.</translation>
    </message>
    <message>
        <source>The CRUD service knows the person, or one of the participants, as another user of Kaleyra.</source>
        <translation>Il servizio CRUD conosce la persona, o uno dei partecipanti, come un altro utente di Kaleyra.</translation>
    </message>
    <message>
        <source>The records change all the time. Try again when less is going on.</source>
        <translation>I dati cambiano di continuo. Riprovare quando c’è meno lavoro in corso.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SettingsTitle</name>
    <message>
        <source>Who uses this computer</source>
        <translation>Chi usa questo computer</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Azienda</translation>
    </message>
    <message>
        <source>Backgrounds</source>
        <translation>Sfondi</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Collegamento</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>Teleconsulti</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Dati</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Persone</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspetto</translation>
    </message>
    <message>
        <source>Roles and tools</source>
        <translation>Ruoli e strumenti</translation>
    </message>
    <message>
        <source>Colours of calls</source>
        <translation>Colori delle chiamate</translation>
    </message>
    <message>
        <source>Privacy and diagnostics</source>
        <translation>Privacy e diagnostica</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Chiosco</translation>
    </message>
    <message>
        <source>PIN of the reception</source>
        <translation>PIN dell’accettazione</translation>
    </message>
    <message>
        <source>Another Teleconsultation Service does the work, as the page “Connection” says. What is set here has no effect: set it at that service.</source>
        <translation>Il lavoro lo fa un altro Teleconsultation Service, come dice la pagina “Collegamento”. Ciò che si imposta qui non ha effetto: va impostato in quel servizio.</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Importa ed esporta</translation>
    </message>
    <message>
        <source>Calls and reminders</source>
        <translation>Chiamate e promemoria</translation>
    </message>
    <message>
        <source>People sign in here, and who has signed in uses this computer. What is set on this page has no effect.</source>
        <translation>Qui le persone accedono con il proprio account, e questo computer lo usa chi ha effettuato l’accesso. Quanto impostato in questa pagina non ha effetto.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SettingsVerdictText</name>
    <message>
        <source>Saved. It takes effect when Teleconsult starts again.</source>
        <translation>Salvato. Ha effetto al prossimo avvio di Teleconsult.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Salvato.</translation>
    </message>
    <message>
        <source>A value is not right yet: see above.</source>
        <translation>Un valore non è ancora corretto: vedi sopra.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SharingMenu</name>
    <message>
        <source>Save for a calendar…</source>
        <translation>Salva per un calendario…</translation>
    </message>
    <message>
        <source>Print a slip for the patient…</source>
        <translation>Stampa un foglio per il paziente…</translation>
    </message>
    <message>
        <source>Copy the link for colleagues</source>
        <translation>Copia il link per i colleghi</translation>
    </message>
    <message>
        <source>It opens the consultation in Teleconsult, for those who take part.</source>
        <translation>Apre il teleconsulto in Teleconsult, per chi vi partecipa.</translation>
    </message>
    <message>
        <source>Codes for the kiosk…</source>
        <translation>Codici per il chiosco…</translation>
    </message>
    <message>
        <source>Codes for the kiosk</source>
        <translation>Codici per il chiosco</translation>
    </message>
    <message>
        <source>Calendar file, slip for the patient, link for colleagues</source>
        <translation>File di calendario, foglio per il paziente, link per i colleghi</translation>
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
        <source>Full screen in a call, and back</source>
        <translation>Schermo intero in chiamata, e ritorno</translation>
    </message>
    <message>
        <source>Open the link of a consultation that was copied</source>
        <translation>Apri il link copiato di un teleconsulto</translation>
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
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Small window in a call, and back</source>
        <translation>Finestra piccola durante una chiamata, e ritorno</translation>
    </message>
    <message>
        <source>Leave the call</source>
        <translation>Lascia la chiamata</translation>
    </message>
    <message>
        <source>Change date or time</source>
        <translation>Cambia data o ora</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SignInErrorText</name>
    <message>
        <source>Signing in was refused. Try again, or ask whoever looks after your account.</source>
        <translation>L’accesso è stato rifiutato. Riprovare, oppure rivolgersi a chi si occupa dell’account.</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Sign in again.</source>
        <translation>L’accesso è scaduto. Accedere di nuovo.</translation>
    </message>
    <message>
        <source>Nobody has signed in here. Sign in, then try again.</source>
        <translation>Qui nessuno ha effettuato l’accesso. Accedere e riprovare.</translation>
    </message>
    <message>
        <source>What answers for signing in is not what is set up. Ask whoever set Teleconsult up to check the address of the provider.</source>
        <translation>Chi risponde per l’accesso non è quello impostato. Chiedere a chi ha configurato Teleconsult di controllare l’indirizzo del provider.</translation>
    </message>
    <message>
        <source>The browser came back with an answer to another question. Close its page and sign in again.</source>
        <translation>Il browser è tornato con la risposta a un’altra richiesta. Chiudere la pagina e accedere di nuovo.</translation>
    </message>
    <message>
        <source>Your account does not tell under which id your records know you. Ask whoever set Teleconsult up to check the claim of the id.</source>
        <translation>L’account non indica l’id con cui gli archivi conoscono la persona. Chiedere a chi ha configurato Teleconsult di controllare il claim dell’id.</translation>
    </message>
    <message>
        <source>Another program uses what the browser would come back to. Close other windows of Teleconsult, then try again.</source>
        <translation>Un altro programma occupa l’indirizzo a cui il browser dovrebbe tornare. Chiudere le altre finestre di Teleconsult e riprovare.</translation>
    </message>
    <message>
        <source>No browser could be opened. Ask whoever looks after this computer to set one up.</source>
        <translation>Non è stato possibile aprire nessun browser. Chiedere a chi si occupa di questo computer di impostarne uno.</translation>
    </message>
    <message>
        <source>The setting %1 is not right, so nobody can sign in. Ask whoever set Teleconsult up to correct it and start Teleconsult again.</source>
        <translation>L’impostazione %1 non è corretta, perciò nessuno può accedere. Chiedere a chi ha configurato Teleconsult di correggerla e di riavviare Teleconsult.</translation>
    </message>
    <message>
        <source>Signing in is not possible, most likely because this computer&apos;s clock is wrong. Check its date and time; if they are right, ask whoever set Teleconsult up.</source>
        <translation>L’accesso non è possibile, molto probabilmente perché l’orologio di questo computer è sbagliato. Controllare data e ora; se sono giuste, chiedere a chi ha configurato Teleconsult.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SignInPage</name>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Looking for whoever has signed in here before.</source>
        <translation>Si cerca chi aveva già effettuato l’accesso qui.</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>Accesso non effettuato</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Accedi</translation>
    </message>
    <message>
        <source>The agenda is shown to who has signed in. Your browser opens for that.</source>
        <translation>L’agenda è visibile a chi ha effettuato l’accesso. Per accedere si apre il browser.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Continue in your browser</source>
        <translation>Continuare nel browser</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened there, then come back. If no page has opened, open it again.</source>
        <translation>Accedere nella pagina che si è aperta lì, poi tornare qui. Se non si è aperta nessuna pagina, riaprirla.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Riapri</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SlipPrinting</name>
    <message>
        <source>Teleconsultation</source>
        <translation>Teleconsulto</translation>
    </message>
    <message>
        <source>Slip for the patient</source>
        <translation>Foglio per il paziente</translation>
    </message>
    <message>
        <source>The patient&apos;s own link could not be read</source>
        <translation>Il link personale del paziente non può essere letto</translation>
    </message>
    <message>
        <source>%1 Without it the slip holds a code that opens the consultation in Teleconsult only.</source>
        <translation>%1 Senza di esso il foglio contiene un codice che apre il teleconsulto solo in Teleconsult.</translation>
    </message>
    <message>
        <source>Print without it</source>
        <translation>Stampa senza</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>Non stampare</translation>
    </message>
    <message>
        <source>The slip was not printed. Check the printer, or the folder for the file, and try again.</source>
        <translation>Il foglio non è stato stampato. Controllare la stampante, o la cartella del file, e riprovare.</translation>
    </message>
    <message>
        <source>The patient&apos;s link is being read…</source>
        <translation>Lettura del link del paziente…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::StationPage</name>
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
        <source>This person organises: calls open for them, and they let others in.</source>
        <translation>Questa persona organizza: le chiamate si aprono per lei, e fa entrare gli altri.</translation>
    </message>
    <message>
        <source>This person takes part in calls that somebody else opens.</source>
        <translation>Questa persona partecipa a chiamate che apre qualcun altro.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ToolsTable</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Showing the screen</source>
        <translation>Mostrare lo schermo</translation>
    </message>
    <message>
        <source>Sending files</source>
        <translation>Inviare file</translation>
    </message>
    <message>
        <source>Whiteboard</source>
        <translation>Lavagna</translation>
    </message>
    <message>
        <source>Taking pictures of the call</source>
        <translation>Scattare immagini della chiamata</translation>
    </message>
    <message>
        <source>Drawing on pictures together</source>
        <translation>Disegnare insieme sulle immagini</translation>
    </message>
    <message>
        <source>Pointer that all can see</source>
        <translation>Puntatore visibile a tutti</translation>
    </message>
    <message>
        <source>Presenting to everyone</source>
        <translation>Presentare a tutti</translation>
    </message>
    <message>
        <source>Organise</source>
        <translation>Organizzano</translation>
    </message>
    <message>
        <source>Take part</source>
        <translation>Partecipano</translation>
    </message>
    <message>
        <source>%1, for those who organise</source>
        <translation>%1, per chi organizza</translation>
    </message>
    <message>
        <source>%1, for those who take part</source>
        <translation>%1, per chi partecipa</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::TouchKeyboard</name>
    <message>
        <source>Capitals</source>
        <translation>Maiuscole</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Simboli</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spazio</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Invio</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::Tray</name>
    <message>
        <source>Teleconsult goes on here</source>
        <translation>Teleconsult resta attivo qui</translation>
    </message>
    <message>
        <source>Reminders come as before. Choose Quit in the menu of this icon to end it.</source>
        <translation>I promemoria arrivano come prima. Per uscire, scegliere Esci nel menu di questa icona.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::TrayMenu</name>
    <message>
        <source>Nothing more today</source>
        <translation>Nient’altro oggi</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n altro</numerusform>
            <numerusform>Altri %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Teleconsult</source>
        <translation>Apri Teleconsult</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Join: %1</source>
        <translation>Entra: %1</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::TroublePage</name>
    <message>
        <source>This station does not work at the moment</source>
        <translation>Questa postazione al momento non funziona</translation>
    </message>
    <message>
        <source>It tries again by itself in %1.</source>
        <translation>Riprova da sola tra %1.</translation>
    </message>
    <message>
        <source>Please go to the reception.</source>
        <translation>Si rivolga all’accettazione.</translation>
    </message>
    <message>
        <source>Please go to the reception. For the staff: %1</source>
        <translation>Si rivolga all’accettazione. Per il personale: %1</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Riprova ora</translation>
    </message>
    <message>
        <source>QR code of the support&apos;s address</source>
        <translation>Codice QR dell’indirizzo dell’assistenza</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ValueControlText</name>
    <message>
        <source> min</source>
        <comment>minutes, behind a number</comment>
        <translation> min</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::VisitPage</name>
    <message>
        <source>A video consultation is going on</source>
        <translation>È in corso un teleconsulto</translation>
    </message>
    <message>
        <source>The call opens in %1</source>
        <comment>a time like 4:05</comment>
        <translation>La chiamata si apre fra %1</translation>
    </message>
    <message>
        <source>The call opens in a moment</source>
        <translation>La chiamata si apre fra un momento</translation>
    </message>
    <message>
        <source>Stay here: it opens by itself.</source>
        <translation>Restare qui: si apre da sé.</translation>
    </message>
    <message>
        <source>The call cannot be reached just now. It is tried again by itself.</source>
        <translation>Ora la chiamata non è raggiungibile. Si riprova da sé.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Collegamento…</translation>
    </message>
    <message>
        <source>Going back into the call…</source>
        <translation>Rientro nella chiamata…</translation>
    </message>
    <message>
        <source>The connection was lost. Nothing needs to be done.</source>
        <translation>Il collegamento si è interrotto. Non occorre fare nulla.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Riprova ora</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Grazie</translation>
    </message>
    <message>
        <source>The call has ended. Nothing of it stays on this screen.</source>
        <translation>La chiamata è finita. Su questo schermo non ne resta nulla.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>This call is closed</source>
        <translation>Questa chiamata è chiusa</translation>
    </message>
    <message>
        <source>It cannot be entered again. Ask at the reception.</source>
        <translation>Non si può rientrare. Chiedere all’accettazione.</translation>
    </message>
    <message>
        <source>The call cannot be shown</source>
        <translation>Impossibile mostrare la chiamata</translation>
    </message>
    <message>
        <source>Try again, or ask at the reception.</source>
        <translation>Riprovare, o chiedere all’accettazione.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Leave the call</source>
        <translation>Lascia la chiamata</translation>
    </message>
    <message numerus="yes">
        <source>Without an answer the call is left in %n second(s).</source>
        <translation>
            <numerusform>Senza risposta si lascia la chiamata fra %n secondo.</numerusform>
            <numerusform>Senza risposta si lascia la chiamata fra %n secondi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Have you hung up?</source>
        <translation>Ha riagganciato?</translation>
    </message>
    <message>
        <source>Yes, I have hung up</source>
        <translation>Sì, ho riagganciato</translation>
    </message>
    <message>
        <source>No, back to the call</source>
        <translation>No, torno alla chiamata</translation>
    </message>
    <message>
        <source>This appointment has been put off</source>
        <translation>Questo appuntamento è stato rinviato</translation>
    </message>
    <message>
        <source>It is now on %1. Ask at the reception.</source>
        <comment>a day and a time</comment>
        <translation>Ora è fissato per: %1. Chiedere all’accettazione.</translation>
    </message>
    <message>
        <source>This appointment is not there any more</source>
        <translation>Questo appuntamento non c’è più</translation>
    </message>
    <message>
        <source>It may have been cancelled or made anew. Ask at the reception.</source>
        <translation>Forse è stato annullato o fissato di nuovo. Chiedere all’accettazione.</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::WaitingPage</name>
    <message>
        <source>Stay here: you are taken into the call by itself as soon as it opens.</source>
        <translation>Basta restare qui: si entra da sé nella chiamata appena si apre.</translation>
    </message>
    <message>
        <source>%1 It is asked again by itself.</source>
        <comment>what went wrong</comment>
        <translation>%1 Si riprova da sé.</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Riprova ora</translation>
    </message>
    <message>
        <source>Back to the agenda</source>
        <translation>Torna all’agenda</translation>
    </message>
    <message>
        <source>Check camera and microphone</source>
        <translation>Prova videocamera e microfono</translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::WaitingText</name>
    <message>
        <source>Not everybody is known yet</source>
        <translation>Non si sa ancora chi partecipa</translation>
    </message>
    <message>
        <source>The room is being prepared</source>
        <translation>Si sta preparando la stanza</translation>
    </message>
    <message>
        <source>This consultation is not open yet</source>
        <translation>Questo teleconsulto non è ancora aperto</translation>
    </message>
    <message>
        <source>The room opens in a moment</source>
        <translation>La stanza si apre a momenti</translation>
    </message>
    <message>
        <source>Known so far: %1.</source>
        <translation>Noti finora: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more participant(s) must be named before there is a room.</source>
        <translation>
            <numerusform>Prima che ci sia una stanza va indicato ancora %n partecipante.</numerusform>
            <numerusform>Prima che ci sia una stanza vanno indicati ancora %n partecipanti.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d %2</source>
        <comment>days, hours:minutes:seconds</comment>
        <translation>%1 g %2</translation>
    </message>
    <message numerus="yes">
        <source>Opens in %n minute(s)</source>
        <translation>
            <numerusform>Si apre tra %n minuto</numerusform>
            <numerusform>Si apre tra %n minuti</numerusform>
        </translation>
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
    <name>teleconsult::ui::WindowClosing</name>
    <message>
        <source>Leave the call and close?</source>
        <translation>Lasciare la chiamata e chiudere?</translation>
    </message>
    <message>
        <source>It ends if only one person stays behind. You can enter it again from the agenda while its room is open.</source>
        <translation>La chiamata termina se rimane una sola persona. È possibile rientrarvi dall’agenda finché la stanza è aperta.</translation>
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
        <source>Close without the file?</source>
        <translation>Chiudere senza il file?</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Chiudi senza il file</translation>
    </message>
    <message>
        <source>Wait for the file</source>
        <translation>Attendi il file</translation>
    </message>
    <message>
        <source>A file from the call is still arriving. If you close now it is lost, and it may not be offered again.</source>
        <translation>Un file della chiamata sta ancora arrivando: chiudendo ora andrebbe perso, e potrebbe non essere più offerto.</translation>
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
        <source>Camera and microphone…</source>
        <translation>Videocamera e microfono…</translation>
    </message>
    <message>
        <source>Open the copied link</source>
        <translation>Apri il link copiato</translation>
    </message>
    <message>
        <source>Reminders…</source>
        <translation>Promemoria…</translation>
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
    <message>
        <source>Settings…</source>
        <translation>Impostazioni…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Accedi</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Accesso effettuato come %1</translation>
    </message>
    <message>
        <source>Sign in or out</source>
        <translation>Accedere o uscire</translation>
    </message>
</context>
</TS>

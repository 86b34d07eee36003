<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>teleconsult::ui::AddParticipantForm</name>
    <message numerus="yes">
        <source>%n participant(s) are not known yet. The room is made with the last of them.</source>
        <translation>
            <numerusform>%n participant is not known yet. The room is made with the last of them.</numerusform>
            <numerusform>%n participants are not known yet. The room is made with the last of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AfterCallPage</name>
    <message numerus="yes">
        <source>%n shared file(s) could not be deleted at Kaleyra.</source>
        <translation>
            <numerusform>%n shared file could not be deleted at Kaleyra.</numerusform>
            <numerusform>%n shared files could not be deleted at Kaleyra.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::AgendaWeekView</name>
    <message numerus="yes">
        <source>%n more on %1</source>
        <comment>on Monday 12 May</comment>
        <translation>
            <numerusform>%n more on %1</numerusform>
            <numerusform>%n more on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::BackgroundsPage</name>
    <message numerus="yes">
        <source>Kaleyra answers: %n picture(s), of which there may be 10.</source>
        <translation>
            <numerusform>Kaleyra answers: %n picture, of which there may be 10.</numerusform>
            <numerusform>Kaleyra answers: %n pictures, of which there may be 10.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::CalendarDialog</name>
    <message numerus="yes">
        <source>The file holds the time, an alarm %n minute(s) before, and a link that opens the consultation here. It lets nobody else in.</source>
        <translation>
            <numerusform>The file holds the time, an alarm %n minute before, and a link that opens the consultation here. It lets nobody else in.</numerusform>
            <numerusform>The file holds the time, an alarm %n minutes before, and a link that opens the consultation here. It lets nobody else in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::CodePage</name>
    <message numerus="yes">
        <source>Too many wrong codes. Wait %n second(s), or ask at the reception.</source>
        <translation>
            <numerusform>Too many wrong codes. Wait %n second, or ask at the reception.</numerusform>
            <numerusform>Too many wrong codes. Wait %n seconds, or ask at the reception.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ImportPage</name>
    <message numerus="yes">
        <source>%n are like that already.</source>
        <translation>
            <numerusform>%n is like that already.</numerusform>
            <numerusform>%n are like that already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values change with “%1”.</source>
        <translation>
            <numerusform>%n value changes with “%1”.</numerusform>
            <numerusform>%n values change with “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::KioskPage</name>
    <message numerus="yes">
        <source>This computer has %n screen(s). Connect the one that is meant, or choose another: the kiosk would fill the first.</source>
        <translation>
            <numerusform>This computer has %n screen. Connect the one that is meant, or choose another: the kiosk would fill the first.</numerusform>
            <numerusform>This computer has %n screens. Connect the one that is meant, or choose another: the kiosk would fill the first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::KioskWindow</name>
    <message numerus="yes">
        <source>This screen goes back to its start in %n second(s).</source>
        <translation>
            <numerusform>This screen goes back to its start in %n second.</numerusform>
            <numerusform>This screen goes back to its start in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::OutagePage</name>
    <message numerus="yes">
        <source>For the reception: this computer&apos;s clock is %n minute(s) slow.</source>
        <translation>
            <numerusform>For the reception: this computer&apos;s clock is %n minute slow.</numerusform>
            <numerusform>For the reception: this computer&apos;s clock is %n minutes slow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For the reception: this computer&apos;s clock is %n minute(s) fast.</source>
        <translation>
            <numerusform>For the reception: this computer&apos;s clock is %n minute fast.</numerusform>
            <numerusform>For the reception: this computer&apos;s clock is %n minutes fast.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ParticipantList</name>
    <message numerus="yes">
        <source>%n more participant(s) not known yet</source>
        <translation>
            <numerusform>%n more participant not known yet</numerusform>
            <numerusform>%n more participants not known yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::ParticipantsEditor</name>
    <message numerus="yes">
        <source>%n participant(s) to be named later. The room opens once everyone is known.</source>
        <translation>
            <numerusform>%n participant to be named later. The room opens once everyone is known.</numerusform>
            <numerusform>%n participants to be named later. The room opens once everyone is known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PeopleOffer</name>
    <message numerus="yes">
        <source>%n person(s) seen before</source>
        <translation>
            <numerusform>%n person seen before</numerusform>
            <numerusform>%n people seen before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PersonText</name>
    <message numerus="yes">
        <source>%n still to be named</source>
        <translation>
            <numerusform>%n still to be named</numerusform>
            <numerusform>%n still to be named</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PhaseText</name>
    <message numerus="yes">
        <source>Waiting for %n participant(s)</source>
        <translation>
            <numerusform>Waiting for %n participant</numerusform>
            <numerusform>Waiting for %n participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PinEntry</name>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n second(s).</source>
        <translation>
            <numerusform>Too many wrong tries. Wait %n second.</numerusform>
            <numerusform>Too many wrong tries. Wait %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PinPage</name>
    <message numerus="yes">
        <source>The PIN is set. After wrong tries nobody gets in for %n seconds.</source>
        <translation>
            <numerusform>The PIN is set. After wrong tries nobody gets in for %n second.</numerusform>
            <numerusform>The PIN is set. After wrong tries nobody gets in for %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::PrivacyPage</name>
    <message numerus="yes">
        <source>%n things have to be mended. The report says which, and how.</source>
        <translation>
            <numerusform>%n thing has to be mended. The report says which, and how.</numerusform>
            <numerusform>%n things have to be mended. The report says which, and how.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RecordMovePanel</name>
    <message numerus="yes">
        <source>This computer keeps %n consultation(s), deleted ones included.</source>
        <translation>
            <numerusform>This computer keeps %n consultation, deleted ones included.</numerusform>
            <numerusform>This computer keeps %n consultations, deleted ones included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Besides, %n consultation(s) were tried out in the sandbox. They stay here: their rooms and links exist on this computer only.</source>
        <translation>
            <numerusform>Besides, %n consultation was tried out in the sandbox. It stays here: its room and links exist on this computer only.</numerusform>
            <numerusform>Besides, %n consultations were tried out in the sandbox. They stay here: their rooms and links exist on this computer only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consultation(s) are in the CRUD service now.</source>
        <translation>
            <numerusform>%n consultation is in the CRUD service now.</numerusform>
            <numerusform>%n consultations are in the CRUD service now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RecordsPage</name>
    <message numerus="yes">
        <source>Move %n consultation(s)?</source>
        <translation>
            <numerusform>Move %n consultation?</numerusform>
            <numerusform>Move %n consultations?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::Reminders</name>
    <message numerus="yes">
        <source>It opens in %n minute(s).</source>
        <translation>
            <numerusform>It opens in %n minute.</numerusform>
            <numerusform>It opens in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::RolesPage</name>
    <message numerus="yes">
        <source>The groups are right, and %n coming consultations keep their roles.</source>
        <translation>
            <numerusform>The groups are right, and %n coming consultation keeps its roles.</numerusform>
            <numerusform>The groups are right, and %n coming consultations keep their roles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n coming consultations somebody would have no role any more (%1).</source>
        <translation>
            <numerusform>In %n coming consultation somebody would have no role any more (%1).</numerusform>
            <numerusform>In %n coming consultations somebody would have no role any more (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n coming consultations nobody would be left to open the call.</source>
        <translation>
            <numerusform>In %n coming consultation nobody would be left to open the call.</numerusform>
            <numerusform>In %n coming consultations nobody would be left to open the call.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::SettingTrials</name>
    <message numerus="yes">
        <source>Rooms open %n minutes before their start, and can be changed until then.</source>
        <translation>
            <numerusform>Rooms open %n minute before their start, and can be changed until then.</numerusform>
            <numerusform>Rooms open %n minutes before their start, and can be changed until then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A reminder comes %n minutes before a room opens, and when it opens.</source>
        <translation>
            <numerusform>A reminder comes %n minute before a room opens, and when it opens.</numerusform>
            <numerusform>A reminder comes %n minutes before a room opens, and when it opens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::TrayMenu</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::VisitPage</name>
    <message numerus="yes">
        <source>Without an answer the call is left in %n second(s).</source>
        <translation>
            <numerusform>Without an answer the call is left in %n second.</numerusform>
            <numerusform>Without an answer the call is left in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>teleconsult::ui::WaitingText</name>
    <message numerus="yes">
        <source>%n more participant(s) must be named before there is a room.</source>
        <translation>
            <numerusform>%n more participant must be named before there is a room.</numerusform>
            <numerusform>%n more participants must be named before there is a room.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opens in %n minute(s)</source>
        <translation>
            <numerusform>Opens in %n minute</numerusform>
            <numerusform>Opens in %n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ContactText</name>
    <message numerus="yes">
        <source>%1 Try again after %n minute(s), or ask an administrator to unlock it.</source>
        <translation>
            <numerusform>%1 Try again after %n minute, or ask an administrator to unlock it.</numerusform>
            <numerusform>%1 Try again after %n minutes, or ask an administrator to unlock it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Try again after %n minute(s), or ask an administrator to unlock it: %2</source>
        <translation>
            <numerusform>%1 Try again after %n minute, or ask an administrator to unlock it: %2</numerusform>
            <numerusform>%1 Try again after %n minutes, or ask an administrator to unlock it: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>changes</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::ContactsPanel</name>
    <message numerus="yes">
        <source>%1 (%2): %n unsent</source>
        <translation>
            <numerusform>%1 (%2): %n unsent</numerusform>
            <numerusform>%1 (%2): %n unsent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::DecisionPage</name>
    <message numerus="yes">
        <source>Decide (%n still open)</source>
        <translation>
            <numerusform>Decide (%n still open)</numerusform>
            <numerusform>Decide (%n still open)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::LockPage</name>
    <message numerus="yes">
        <source>Somebody else can sign in: your %n unsent change(s) stay on this PC.</source>
        <translation>
            <numerusform>Somebody else can sign in: your %n unsent change stays on this PC.</numerusform>
            <numerusform>Somebody else can sign in: your %n unsent changes stay on this PC.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::MainWindow</name>
    <message numerus="yes">
        <source>%n change(s) wait to be sent.</source>
        <translation>
            <numerusform>%n change waits to be sent.</numerusform>
            <numerusform>%n changes wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::ProblemSummary</name>
    <message numerus="yes">
        <source>Please confirm %n point(s)</source>
        <translation>
            <numerusform>Please confirm %n point</numerusform>
            <numerusform>Please confirm %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) need correction before saving</source>
        <translation>
            <numerusform>%n point needs correction before saving</numerusform>
            <numerusform>%n points need correction before saving</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::SettingsPage</name>
    <message numerus="yes">
        <source>At most %n minute(s), as your organisation decided.</source>
        <translation>
            <numerusform>At most %n minute, as your organisation decided.</numerusform>
            <numerusform>At most %n minutes, as your organisation decided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::SyncPage</name>
    <message numerus="yes">
        <source>%n change(s) are being sent now.</source>
        <translation>
            <numerusform>%n change is being sent now.</numerusform>
            <numerusform>%n changes are being sent now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sign-in has ended. %n change(s) wait for it.</source>
        <translation>
            <numerusform>The sign-in has ended. %n change waits for it.</numerusform>
            <numerusform>The sign-in has ended. %n changes wait for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to users wait for your password. They are not in force yet.</source>
        <translation>
            <numerusform>%n change to users waits for your password. It is not in force yet.</numerusform>
            <numerusform>%n changes to users wait for your password. They are not in force yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were made by another person. They are sent when that person signs in.</source>
        <translation>
            <numerusform>%n change was made by another person. It is sent when that person signs in.</numerusform>
            <numerusform>%n changes were made by another person. They are sent when that person signs in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to users wait for your password. Typing it sends them.</source>
        <translation>
            <numerusform>%n change to users waits for your password. Typing it sends it.</numerusform>
            <numerusform>%n changes to users wait for your password. Typing it sends them.</numerusform>
        </translation>
    </message>
</context>
</TS>

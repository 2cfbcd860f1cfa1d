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
    <name>SettingWords</name>
    <message numerus="yes">
        <source>%n range(s)</source>
        <translation>
            <numerusform>%n range</numerusform>
            <numerusform>%n ranges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::NoticePage</name>
    <message numerus="yes">
        <source>%n user(s) marked as told.</source>
        <translation>
            <numerusform>%n user marked as told.</numerusform>
            <numerusform>%n users marked as told.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No notice yet for %n user(s): the user ID is final only when the centre has accepted it, and suspended users get none.</source>
        <translation>
            <numerusform>No notice yet for %n user: the user ID is final only when the centre has accepted it, and suspended users get none.</numerusform>
            <numerusform>No notice yet for %n users: the user ID is final only when the centre has accepted it, and suspended users get none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For whom (%n)</source>
        <translation>
            <numerusform>For whom (%n)</numerusform>
            <numerusform>For whom (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n user(s) as told</source>
        <translation>
            <numerusform>Mark %n user as told</numerusform>
            <numerusform>Mark %n users as told</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n letters as PDF…</source>
        <translation>
            <numerusform>Save %n letter as PDF…</numerusform>
            <numerusform>Save %n letters as PDF…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::SettingBulkPage</name>
    <message numerus="yes">
        <source>Change %n row(s)</source>
        <translation>
            <numerusform>Change %n row</numerusform>
            <numerusform>Change %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen row(s)</source>
        <translation>
            <numerusform>%n chosen row</numerusform>
            <numerusform>%n chosen rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::SettingListPage</name>
    <message numerus="yes">
        <source>%n setting(s) were also changed by somebody else. Decide which values count.</source>
        <translation>
            <numerusform>%n setting was also changed by somebody else. Decide which values count.</numerusform>
            <numerusform>%n settings were also changed by somebody else. Decide which values count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n row(s) at once…</source>
        <translation>
            <numerusform>Change %n row at once…</numerusform>
            <numerusform>Change %n rows at once…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::UserImportPage</name>
    <message numerus="yes">
        <source>%1 – %n row(s), read as %2. Nothing has been changed yet.</source>
        <translation>
            <numerusform>%1 – %n row, read as %2. Nothing has been changed yet.</numerusform>
            <numerusform>%1 – %n rows, read as %2. Nothing has been changed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n row(s)</source>
        <translation>
            <numerusform>Apply %n row</numerusform>
            <numerusform>Apply %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::UserListPage</name>
    <message numerus="yes">
        <source>%n user(s) were also changed by somebody else. Decide which values count.</source>
        <translation>
            <numerusform>%n user was also changed by somebody else. Decide which values count.</numerusform>
            <numerusform>%n users were also changed by somebody else. Decide which values count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not in force yet: they wait for your password.</source>
        <translation>
            <numerusform>%n change is not in force yet: it waits for your password.</numerusform>
            <numerusform>%n changes are not in force yet: they wait for your password.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::UsersPage</name>
    <message numerus="yes">
        <source>%n user(s) saved in %1. The file can be read again by &quot;Register many&quot;.</source>
        <translation>
            <numerusform>%n user saved in %1. The file can be read again by &quot;Register many&quot;.</numerusform>
            <numerusform>%n users saved in %1. The file can be read again by &quot;Register many&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changes to users need your password once more. It then counts for %n minute(s).</source>
        <translation>
            <numerusform>Changes to users need your password once more. It then counts for %n minute.</numerusform>
            <numerusform>Changes to users need your password once more. It then counts for %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are being sent.</source>
        <translation>
            <numerusform>%n change is being sent.</numerusform>
            <numerusform>%n changes are being sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suspend %n user(s)?</source>
        <translation>
            <numerusform>Suspend %n user?</numerusform>
            <numerusform>Suspend %n users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The suspension of %n user(s) is saved on this PC.</source>
        <translation>
            <numerusform>The suspension of %n user is saved on this PC.</numerusform>
            <numerusform>The suspension of %n users is saved on this PC.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n user(s)?</source>
        <translation>
            <numerusform>Resume %n user?</numerusform>
            <numerusform>Resume %n users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The resumption of %n user(s) is saved on this PC.</source>
        <translation>
            <numerusform>The resumption of %n user is saved on this PC.</numerusform>
            <numerusform>The resumption of %n users is saved on this PC.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n user(s) the role &quot;%1&quot;?</source>
        <translation>
            <numerusform>Give %n user the role &quot;%1&quot;?</numerusform>
            <numerusform>Give %n users the role &quot;%1&quot;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The role of %n user(s) is saved on this PC.</source>
        <translation>
            <numerusform>The role of %n user is saved on this PC.</numerusform>
            <numerusform>The role of %n users is saved on this PC.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send a new temporary password to %n user(s)?</source>
        <translation>
            <numerusform>Send a new temporary password to %n user?</numerusform>
            <numerusform>Send a new temporary password to %n users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %n user(s)?</source>
        <translation>
            <numerusform>Unlock %n user?</numerusform>
            <numerusform>Unlock %n users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End all sessions of %n user(s)?</source>
        <translation>
            <numerusform>End all sessions of %n user?</numerusform>
            <numerusform>End all sessions of %n users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A new temporary password is on its way to %n user(s).</source>
        <translation>
            <numerusform>A new temporary password is on its way to %n user.</numerusform>
            <numerusform>A new temporary password is on its way to %n users.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) unlocked.</source>
        <translation>
            <numerusform>%n user unlocked.</numerusform>
            <numerusform>%n users unlocked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sessions of %n user(s) ended.</source>
        <translation>
            <numerusform>Sessions of %n user ended.</numerusform>
            <numerusform>Sessions of %n users ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n row(s) of the file?</source>
        <translation>
            <numerusform>Apply %n row of the file?</numerusform>
            <numerusform>Apply %n rows of the file?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the file are saved on this PC.</source>
        <translation>
            <numerusform>%n row of the file are saved on this PC.</numerusform>
            <numerusform>%n rows of the file are saved on this PC.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) saved. Open them in your mail program and send them.</source>
        <translation>
            <numerusform>%n draft saved. Open them in your mail program and send them.</numerusform>
            <numerusform>%n drafts saved. Open them in your mail program and send them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::VaccinationsPage</name>
    <message numerus="yes">
        <source>Change %n setting(s)?</source>
        <translation>
            <numerusform>Change %n setting?</numerusform>
            <numerusform>Change %n settings?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen row(s) stay as they are: refused, or nothing differs.</source>
        <translation>
            <numerusform>%n chosen row stays as it is: refused, or nothing differs.</numerusform>
            <numerusform>%n chosen rows stay as they are: refused, or nothing differs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) are saved on this PC.</source>
        <translation>
            <numerusform>%n setting is saved on this PC.</numerusform>
            <numerusform>%n settings are saved on this PC.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) saved in %1.</source>
        <translation>
            <numerusform>%n setting saved in %1.</numerusform>
            <numerusform>%n settings saved in %1.</numerusform>
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
    <context>
        <name>yoyo::Desk</name>
        <message numerus="yes">
            <source>Sign out with %n change(s) not sent?</source>
            <translation>
                <numerusform>Sign out with one change not sent?</numerusform>
                <numerusform>Sign out with %n changes not sent?</numerusform>
            </translation>
        </message>
    </context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Sheet</name>
    <message>
        <source>%1: %2</source>
        <comment>label and value on a print</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>時点</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Includes %1 change(s) not yet sent to the central service</source>
        <translation>未送信 %1 件を含む</translation>
    </message>
</context>
<context>
    <name>yoyo::AboutPage</name>
    <message>
        <source>Copied. Paste it into your message to the helpdesk.</source>
        <translation>コピーしました。ヘルプデスクへの連絡に貼り付けてください。</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>まだ分かりません</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Yoyo Desk %1</source>
        <translation>予予デスク %1</translation>
    </message>
    <message>
        <source>Central service</source>
        <translation>中央のシステム</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接続の取り決め</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Data of this PC</source>
        <translation>このPCのデータ</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>このプログラムについて</translation>
    </message>
    <message>
        <source>What the helpdesk asks for first.</source>
        <translation>問い合わせのときに最初に聞かれる内容です。</translation>
    </message>
    <message>
        <source>Licensed under the Apache License 2.0. Uses Qt (LGPL 3, linked dynamically), SQLite (public domain), OpenSSL (Apache 2.0), zlib (zlib licence) and QtKeychain (BSD). Colours follow the design system of the Digital Agency of Japan.</source>
        <translation>Apache License 2.0 で許諾されています。Qt（LGPL 3、動的リンク）、SQLite（パブリックドメイン）、OpenSSL（Apache 2.0）、zlib（zlib ライセンス）、QtKeychain（BSD）を使っています。配色はデジタル庁デザインシステムに沿っています。</translation>
    </message>
    <message>
        <source>Copy for the helpdesk</source>
        <translation>ヘルプデスク用にコピー</translation>
    </message>
</context>
<context>
    <name>yoyo::Band</name>
    <message>
        <source>Notice</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>メンテナンス中</translation>
    </message>
    <message>
        <source>Verification environment</source>
        <translation>検証環境</translation>
    </message>
    <message>
        <source>Practice environment</source>
        <translation>練習環境</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>このお知らせを閉じる</translation>
    </message>
</context>
<context>
    <name>yoyo::ConfirmDialog</name>
    <message>
        <source>Type “%1” to go on</source>
        <translation>続けるには「%1」と入力してください</translation>
    </message>
    <message>
        <source>Do not do it</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>yoyo::DateField</name>
    <message>
        <source>Choose from a calendar</source>
        <translation>カレンダーから選ぶ</translation>
    </message>
    <message>
        <source>2026-04-01</source>
        <translation>2026-04-01</translation>
    </message>
</context>
<context>
    <name>yoyo::DemoPanel</name>
    <message>
        <source>Demonstration</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Things that happen around you, on a press. Only in a demonstration.</source>
        <translation>まわりで起きることを、ボタンで起こします。デモだけの機能です。</translation>
    </message>
    <message>
        <source>Cut the line</source>
        <translation>通信を切る</translation>
    </message>
    <message>
        <source>Restore the line</source>
        <translation>通信をつなぐ</translation>
    </message>
    <message>
        <source>End the maintenance</source>
        <translation>メンテナンスを終える</translation>
    </message>
    <message>
        <source>Start a maintenance</source>
        <translation>メンテナンスにする</translation>
    </message>
    <message>
        <source>One month passes</source>
        <translation>1か月進める</translation>
    </message>
    <message>
        <source>A colleague edits it too</source>
        <translation>同僚が同じ設定を変える</translation>
    </message>
</context>
<context>
    <name>yoyo::ErrorPresenter</name>
    <message>
        <source>%1 (%2)</source>
        <comment>message and its code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>問題が起きました。</translation>
    </message>
</context>
<context>
    <name>yoyo::FormField</name>
    <message>
        <source>Required</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>エラー：%1</translation>
    </message>
</context>
<context>
    <name>yoyo::HelpViewer</name>
    <message>
        <source>Help — Yoyo Desk</source>
        <translation>ヘルプ — 予予デスク</translation>
    </message>
    <message>
        <source>Search, or an error code</source>
        <translation>言葉やエラーコードで検索</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>ヘルプの目次</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>ヘルプの本文</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>yoyo::ListPanel</name>
    <message>
        <source>Columns as delivered</source>
        <translation>列を初期状態に戻す</translation>
    </message>
    <message>
        <source>View only</source>
        <translation>閲覧のみ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>表示する列を選ぶ</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>検索と絞り込みを解除</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <comment>total count</comment>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>%2 of %1 entries (filter: %3)</source>
        <translation>%1 件中 %2 件（絞り込み：%3）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between filter words</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>一覧を読み込んでいます…</translation>
    </message>
    <message>
        <source>Nothing matches the search and filters.</source>
        <translation>検索と絞り込みに合うものはありません。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>yoyo::LockScreen</name>
    <message>
        <source>The screen is locked</source>
        <translation>画面をロックしています</translation>
    </message>
    <message>
        <source>Signed in: %1. Your work is as you left it. Type your password to go on.</source>
        <translation>サインイン中：%1。作業はそのまま残っています。続けるにはパスワードを入力してください。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
</context>
<context>
    <name>yoyo::MainWindow</name>
    <message>
        <source>%1 (phone %2)</source>
        <translation>%1（電話 %2）</translation>
    </message>
    <message>
        <source>Only administrators can do this.</source>
        <translation>管理者のみの操作です。</translation>
    </message>
    <message>
        <source>Only administrators can do this. Administrators: %1</source>
        <translation>管理者のみの操作です。管理者：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>For practice. Nothing done here reaches the real system.</source>
        <translation>練習用です。ここでの操作は本番に影響しません。</translation>
    </message>
    <message>
        <source>For verification. Nothing done here reaches the real system.</source>
        <translation>検証用です。ここでの操作は本番に影響しません。</translation>
    </message>
    <message>
        <source>All persons are fictitious</source>
        <translation>架空の人物</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait to be sent.</source>
        <translation>
            <numerusform>未送信の変更が %n 件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes are kept here and sent later.</source>
        <translation>変更はこのPCに保存され、後で送られます。</translation>
    </message>
    <message>
        <source>The central service is under maintenance until %1. It is tried again by itself. %2</source>
        <translation>中央のシステムは %1 までメンテナンス中です。終わると自動的につながります。%2</translation>
    </message>
    <message>
        <source>The central service is under maintenance. It is tried again by itself. %1</source>
        <translation>中央のシステムはメンテナンス中です。終わると自動的につながります。%1</translation>
    </message>
    <message>
        <source>The central service cannot be reached. You can go on working. %1</source>
        <translation>中央のシステムにつながっていません。作業は続けられます。%1</translation>
    </message>
    <message>
        <source>See details</source>
        <translation>詳しく見る</translation>
    </message>
    <message>
        <source>Yoyo Desk</source>
        <translation>予予デスク</translation>
    </message>
    <message>
        <source>[verification]</source>
        <translation>［検証］</translation>
    </message>
    <message>
        <source>[practice]</source>
        <translation>［練習］</translation>
    </message>
    <message>
        <source>[demonstration]</source>
        <translation>［デモ］</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>操作(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Synchronisation</source>
        <translation>同期(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語（Language）</translation>
    </message>
    <message>
        <source>&amp;Lock the screen</source>
        <translation>画面をロック(&amp;L)</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>サインアウト(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Search in this list</source>
        <translation>この一覧を検索(&amp;S)</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>最初の画面</translation>
    </message>
    <message>
        <source>Sync &amp;now</source>
        <translation>今すぐ同期(&amp;N)</translation>
    </message>
    <message>
        <source>Help for this &amp;page</source>
        <translation>この画面のヘルプ(&amp;P)</translation>
    </message>
    <message>
        <source>Help &amp;contents and error codes</source>
        <translation>ヘルプの目次とエラーコード(&amp;C)</translation>
    </message>
    <message>
        <source>See it in &amp;five minutes</source>
        <translation>5分で見る(&amp;F)</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>はじめの画面へ戻る</translation>
    </message>
    <message>
        <source>Demonstration — all persons are fictitious.</source>
        <translation>デモ — 架空の人物</translation>
    </message>
</context>
<context>
    <name>yoyo::MessageLine</name>
    <message>
        <source>%1 (%2)</source>
        <comment>message and its code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>このお知らせを閉じる</translation>
    </message>
</context>
<context>
    <name>yoyo::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>画面の一覧</translation>
    </message>
    <message>
        <source>Yoyo Desk</source>
        <translation>予予デスク</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>閲覧</translation>
    </message>
    <message>
        <source>Lock the screen (Ctrl+L)</source>
        <translation>画面をロック（Ctrl+L）</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>画面をロック</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
</context>
<context>
    <name>yoyo::PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>yoyo::PasswordField</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock がオンです。</translation>
    </message>
    <message>
        <source>Full-width characters are in it. They count the same as half-width ones.</source>
        <translation>全角文字が含まれています。半角文字と同じものとして扱います。</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>パスワードを隠す</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>パスワードを表示</translation>
    </message>
</context>
<context>
    <name>yoyo::ProblemSummary</name>
    <message>
        <source>%1: %2</source>
        <comment>field and its problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>Please confirm %n point(s)</source>
        <translation>
            <numerusform>%n 件を確認してください</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) need correction before saving</source>
        <translation>
            <numerusform>保存の前に %n 件の修正が必要です</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yoyo::SettingsPage</name>
    <message>
        <source>Leave without saving the settings?</source>
        <translation>設定を保存しないで移動しますか</translation>
    </message>
    <message>
        <source>What you changed on this page is lost.</source>
        <translation>この画面で変更した内容は失われます。</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>保存しないで移動</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>この画面に残る</translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation>設定を保存しました。</translation>
    </message>
    <message>
        <source>Trying</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>中央のシステムに問い合わせています…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>つながりました</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>つながりません</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>証明書ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>証明書 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Set by your organisation; it cannot be changed here.</source>
        <translation>所属の管理で決められています。ここでは変更できません。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Settings of this PC. They hold no personal data.</source>
        <translation>このPCの設定です。個人情報は含まれません。</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Address of the central service</source>
        <translation>中央のシステムのアドレス</translation>
    </message>
    <message>
        <source>As you were told, for example https://yoyo.example.lg.jp</source>
        <translation>知らされたとおりに入力します。例：https://yoyo.example.lg.jp</translation>
    </message>
    <message>
        <source>Certificate file (CA)</source>
        <translation>証明書ファイル（CA）</translation>
    </message>
    <message>
        <source>Only when your information section gave you one. Empty: the certificates of this PC.</source>
        <translation>情報担当から受け取ったときだけ指定します。空欄のときは、このPCの証明書を使います。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Try the connection</source>
        <translation>接続を確かめる</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語（Language）</translation>
    </message>
    <message>
        <source>Lock the screen when nobody works</source>
        <translation>操作がないときに画面をロックするまでの時間</translation>
    </message>
    <message numerus="yes">
        <source>At most %n minute(s), as your organisation decided.</source>
        <translation>
            <numerusform>最大 %n 分です（所属の決まり）。</numerusform>
        </translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> 分</translation>
    </message>
    <message>
        <source>Undo my changes</source>
        <translation>変更を元に戻す</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>設定を保存する</translation>
    </message>
</context>
<context>
    <name>yoyo::FrontPage</name>
    <message>
        <source>Whom to ask</source>
        <translation>困ったときの連絡先</translation>
    </message>
    <message>
        <source>phone %1</source>
        <translation>電話 %1</translation>
    </message>
    <message>
        <source>Administrator: %1</source>
        <translation>管理者：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a contact</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The administrators of your office are known here after the first sign-in. Until then ask your supervisor or your information section.</source>
        <translation>所属の管理者は、一度サインインするとここに表示されます。それまでは、上司または情報担当に確認してください。</translation>
    </message>
    <message>
        <source>Helpdesk: %1</source>
        <translation>ヘルプデスク：%1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>はじめの画面</translation>
    </message>
    <message>
        <source>Yoyo Desk</source>
        <translation>予予デスク</translation>
    </message>
    <message>
        <source>Administration of vaccination questionnaires, records and claims for municipalities</source>
        <translation>予診情報・予防接種記録管理／請求支払システム 自治体向け管理</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>You have already chosen your own password.</source>
        <translation>自分で決めたパスワードがある方</translation>
    </message>
    <message>
        <source>I received a temporary password (first time)</source>
        <translation>仮パスワードを受け取った（初めて）</translation>
    </message>
    <message>
        <source>The mail “仮パスワード通知” has arrived. Paste it or type what it says.</source>
        <translation>「仮パスワード通知」のメールが届いた方。メールを貼り付けるか、手で入力します</translation>
    </message>
    <message>
        <source>Request an account</source>
        <translation>アカウントの発行を依頼する</translation>
    </message>
    <message>
        <source>Your municipality has no administrator yet, or you need to know who can register you.</source>
        <translation>市区町村に管理者がまだいない方、だれに頼めばよいか知りたい方</translation>
    </message>
    <message>
        <source>I cannot sign in</source>
        <translation>サインインできない</translation>
    </message>
    <message>
        <source>See it in five minutes</source>
        <translation>5分で見る</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>yoyo::StatusLine</name>
    <message>
        <source>Maintenance</source>
        <translation>メンテナンス中</translation>
    </message>
    <message>
        <source>Online (syncing)</source>
        <translation>オンライン（同期中）</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>オンライン</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Last sync: never</source>
        <translation>最終同期：まだありません</translation>
    </message>
    <message>
        <source>Last sync: %1 (verified)</source>
        <translation>最終同期：%1（照合済み）</translation>
    </message>
    <message>
        <source>Last sync: %1</source>
        <translation>最終同期：%1</translation>
    </message>
    <message>
        <source>Unsent %1</source>
        <translation>未送信 %1</translation>
    </message>
    <message>
        <source>To confirm %1</source>
        <translation>要確認 %1</translation>
    </message>
    <message>
        <source>Cannot be sent %1</source>
        <translation>送信できない %1</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>今すぐ同期</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ContactText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name and department</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, phone %2</source>
        <comment>person and phone</comment>
        <translation>%1&#x3000;電話 %2</translation>
    </message>
    <message>
        <source>This PC does not know your office&apos;s administrators yet. Please ask your superior or your IT staff. If you are the only administrator yourself, call the helpdesk.</source>
        <translation>このPCでは管理者がまだわかりません。上司または情報担当に確認してください。ご自身が唯一の管理者のときはヘルプデスクへ。</translation>
    </message>
    <message>
        <source>Known after the first sign-in on this PC. Until then, see the mail that announced your account.</source>
        <translation>このPCで最初にサインインしたあと、ここに表示されます。それまでは、アカウント発行のメールに書かれた連絡先をご覧ください。</translation>
    </message>
    <message>
        <source>Phone %1</source>
        <translation>電話 %1</translation>
    </message>
    <message>
        <source>The user ID or the password is wrong, or it cannot be used for a while because of repeated wrong tries.</source>
        <translation>ユーザIDまたはパスワードが違うか、続けて間違えたため一時的に使えません。</translation>
    </message>
    <message numerus="yes">
        <source>%1 Try again after %n minute(s), or ask an administrator to unlock it.</source>
        <translation>
            <numerusform>%1%n分後に試すか、管理者に解除を頼んでください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Try again after %n minute(s), or ask an administrator to unlock it: %2</source>
        <translation>
            <numerusform>%1%n分後に試すか、管理者（%2）に解除を頼んでください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPasswordPage</name>
    <message>
        <source>These are the rules of Yoyo Desk; the service may ask for more.</source>
        <translation>予予デスクの決まりです。中央システムがさらに求めることがあります。</translation>
    </message>
    <message>
        <source>Set by: the central service for %1</source>
        <translation>この決まりの設定元：%1 の中央システム</translation>
    </message>
    <message>
        <source>Set by: the central service</source>
        <translation>この決まりの設定元：中央システム</translation>
    </message>
</context>
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
    <name>SyncWords</name>
    <message>
        <source>(none)</source>
        <translation>（なし）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, before, after</comment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between changes</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>changes</comment>
        <translation>
            <numerusform>%1 ほか%n項目</numerusform>
        </translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新規：%1</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザ</translation>
    </message>
    <message>
        <source>Vaccine item</source>
        <translation>予防接種の種類</translation>
    </message>
    <message>
        <source>Vaccination setting</source>
        <translation>予防接種設定</translation>
    </message>
    <message>
        <source>Name and kana</source>
        <translation>氏名・フリガナ</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Mail and phone</source>
        <translation>メール・電話</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>権限</translation>
    </message>
    <message>
        <source>State and period of use</source>
        <translation>状態・利用期間</translation>
    </message>
    <message>
        <source>Employee number and note</source>
        <translation>職員番号・備考</translation>
    </message>
    <message>
        <source>Notice of the user ID</source>
        <translation>ユーザID通知</translation>
    </message>
    <message>
        <source>Implementation flag</source>
        <translation>実施フラグ</translation>
    </message>
    <message>
        <source>Period handled here</source>
        <translation>取扱期間</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>実施期間</translation>
    </message>
    <message>
        <source>Age, sex and pregnancy</source>
        <translation>年齢・性別・妊娠週数</translation>
    </message>
    <message>
        <source>Exceptions by birth date</source>
        <translation>特例対象</translation>
    </message>
    <message>
        <source>Fees and co-payment</source>
        <translation>委託料・自己負担</translation>
    </message>
    <message>
        <source>Contract and forms</source>
        <translation>契約・様式</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>問合せ先</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Planned change</source>
        <translation>予約された変更</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of row and its name</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>依頼</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>照会中</translation>
    </message>
    <message>
        <source>Waiting for sign-in</source>
        <translation>サインイン待ち</translation>
    </message>
    <message>
        <source>Waiting for password</source>
        <translation>パスワード待ち</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>確認待ち</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>中央に反映</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Cannot be sent</source>
        <translation>送信できない</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>取り下げ</translation>
    </message>
    <message>
        <source>Saved on this PC. It has not been sent to the centre yet.</source>
        <translation>このPCに保存しました。中央にはまだ送っていません。</translation>
    </message>
    <message>
        <source>It is on its way to the centre.</source>
        <translation>中央へ送っています。</translation>
    </message>
    <message>
        <source>It was sent, but the answer was lost. The centre is asked what became of it; it is never applied twice.</source>
        <translation>送りましたが、返事が届きませんでした。結果を中央に問い合わせます。二重に反映されることはありません。</translation>
    </message>
    <message>
        <source>The sign-in ended before it could be sent.</source>
        <translation>送る前にサインインが切れました。</translation>
    </message>
    <message>
        <source>This change needs the author&apos;s password once more. It is not in force yet.</source>
        <translation>変更した人のパスワードの再入力が必要です。まだ反映されていません。</translation>
    </message>
    <message>
        <source>A second person has to agree.</source>
        <translation>別の人の確認が必要です。</translation>
    </message>
    <message>
        <source>The centre has accepted it.</source>
        <translation>中央が受け付けました。</translation>
    </message>
    <message>
        <source>The centre had it already.</source>
        <translation>中央にはすでに反映されていました。</translation>
    </message>
    <message>
        <source>Somebody else changed the same item at the centre. Both values are kept until a person decides.</source>
        <translation>中央で別の人が同じ項目を変更しました。人が決めるまで、両方の値を残しています。</translation>
    </message>
    <message>
        <source>The centre refused it. It is kept here until it is corrected or taken back.</source>
        <translation>中央が受け付けませんでした。直すか元に戻すまで、このPCに残ります。</translation>
    </message>
    <message>
        <source>It follows another change that could not be sent.</source>
        <translation>先にある変更が送れないため、止まっています。</translation>
    </message>
    <message>
        <source>It was taken back on this PC and never sent.</source>
        <translation>このPCで元に戻しました。中央には送っていません。</translation>
    </message>
    <message>
        <source>There is nothing left to do.</source>
        <translation>することはありません。</translation>
    </message>
    <message>
        <source>There is nothing to do: it goes by itself when the centre can be reached.</source>
        <translation>することはありません。中央につながると自動で送ります。</translation>
    </message>
    <message>
        <source>Sign in again; then it goes by itself.</source>
        <translation>もう一度サインインしてください。そのあと自動で送ります。</translation>
    </message>
    <message>
        <source>Type your password; then it goes by itself.</source>
        <translation>パスワードを入力してください。そのあと自動で送ります。</translation>
    </message>
    <message>
        <source>Compare both values and decide.</source>
        <translation>両方の値を見比べて決めてください。</translation>
    </message>
    <message>
        <source>Open the form, correct the item and save again, or take the change back.</source>
        <translation>画面を開いて項目を直し、保存し直してください。または変更を元に戻してください。</translation>
    </message>
    <message>
        <source>Settle the change before it first; this one follows by itself.</source>
        <translation>先にある変更を片づけてください。これは続いて自動で送られます。</translation>
    </message>
    <message>
        <source>Ask an administrator of your office, or take the change back.</source>
        <translation>自組織の管理者に相談するか、変更を元に戻してください。</translation>
    </message>
    <message>
        <source>Tell the helpdesk the code. The change is kept.</source>
        <translation>ヘルプデスクにコードを伝えてください。変更は残っています。</translation>
    </message>
    <message>
        <source>Only the person who made it can send it: by signing in on this PC.</source>
        <translation>変更した本人がこのPCでサインインすると送られます。</translation>
    </message>
    <message>
        <source>Only %1 can send it: by signing in on this PC.</source>
        <translation>%1 さんがこのPCでサインインすると送られます。</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>もう一度サインイン</translation>
    </message>
    <message>
        <source>Type the password…</source>
        <translation>パスワードを入力…</translation>
    </message>
    <message>
        <source>Compare and decide…</source>
        <translation>見比べて決める…</translation>
    </message>
    <message>
        <source>Open the form</source>
        <translation>画面を開いて直す</translation>
    </message>
    <message>
        <source>Both sides changed the same item to different values.</source>
        <translation>同じ項目が、このPCと中央とで違う値に変更されました。</translation>
    </message>
    <message>
        <source>You changed it here; at the centre it was deleted.</source>
        <translation>このPCで変更しましたが、中央では削除されています。</translation>
    </message>
    <message>
        <source>You deleted it here; at the centre it was changed.</source>
        <translation>このPCで削除しましたが、中央では変更されています。</translation>
    </message>
    <message>
        <source>Synchronisation has not begun.</source>
        <translation>同期はまだ始まっていません。</translation>
    </message>
    <message>
        <source>Connected with the centre. Changes are sent by themselves.</source>
        <translation>中央とつながっています。変更は自動で送られます。</translation>
    </message>
    <message>
        <source>Connecting with the centre…</source>
        <translation>中央に接続しています…</translation>
    </message>
    <message>
        <source>Sending changes…</source>
        <translation>変更を送っています…</translation>
    </message>
    <message>
        <source>Receiving changes…</source>
        <translation>変更を受け取っています…</translation>
    </message>
    <message>
        <source>Offline: the centre cannot be reached. Work goes on; changes are kept on this PC.</source>
        <translation>オフライン：中央につながりません。作業は続けられます。変更はこのPCに残ります。</translation>
    </message>
    <message>
        <source>The last try failed. It is tried again by itself; changes are kept on this PC.</source>
        <translation>前回の同期はできませんでした。自動でもう一度試します。変更はこのPCに残っています。</translation>
    </message>
    <message>
        <source>The sign-in has ended. Changes are kept and sent after you sign in again.</source>
        <translation>サインインが切れています。変更は残っていて、もう一度サインインすると送られます。</translation>
    </message>
    <message>
        <source>The centre is under maintenance. Changes are kept and sent afterwards.</source>
        <translation>中央はメンテナンス中です。変更は残っていて、終わったら送られます。</translation>
    </message>
    <message>
        <source>This program is too old to send. Changes are kept for the newer program.</source>
        <translation>このプログラムは古いため送信できません。変更は残っていて、新しい版から送られます。</translation>
    </message>
    <message>
        <source>Another program of yours on this PC is synchronising now.</source>
        <translation>このPCの別の予予デスクが同期しています。</translation>
    </message>
    <message>
        <source>Synchronisation has stopped and needs a decision.</source>
        <translation>同期を止めています。確認が必要です。</translation>
    </message>
    <message>
        <source>Last synchronisation: never on this PC</source>
        <translation>最終同期：このPCではまだ</translation>
    </message>
    <message>
        <source>Last synchronisation: %1 (verified)</source>
        <translation>最終同期：%1（照合済み）</translation>
    </message>
    <message>
        <source>Last synchronisation: %1 (not verified)</source>
        <translation>最終同期：%1（未照合）</translation>
    </message>
</context>
<context>
    <name>TroubleText</name>
    <message>
        <source>User ID or password wrong</source>
        <translation>ユーザIDまたはパスワードが違います</translation>
    </message>
    <message>
        <source>The temporary password can no longer be used</source>
        <translation>この仮パスワードは使えなくなっています</translation>
    </message>
    <message>
        <source>This account is suspended</source>
        <translation>このアカウントは停止されています</translation>
    </message>
    <message>
        <source>The password cannot be used</source>
        <translation>そのパスワードは使えません</translation>
    </message>
    <message>
        <source>The sign-in has ended</source>
        <translation>サインインが切れました</translation>
    </message>
    <message>
        <source>A system error has occurred</source>
        <translation>システムエラーが起きました</translation>
    </message>
    <message>
        <source>The service is under maintenance</source>
        <translation>中央システムはメンテナンス中です</translation>
    </message>
    <message>
        <source>The service is busy</source>
        <translation>中央システムが混み合っています</translation>
    </message>
    <message>
        <source>The address of the service is not found (DNS)</source>
        <translation>中央システムの名前が見つかりません（DNS）</translation>
    </message>
    <message>
        <source>The service cannot be reached</source>
        <translation>中央システムにつながりません</translation>
    </message>
    <message>
        <source>The proxy does not let us through</source>
        <translation>プロキシを通れません</translation>
    </message>
    <message>
        <source>The service&apos;s certificate cannot be trusted (TLS)</source>
        <translation>中央システムの証明書を確認できません（TLS）</translation>
    </message>
    <message>
        <source>Something else answers in place of the service</source>
        <translation>中央システムではない別のものが応答しています</translation>
    </message>
    <message>
        <source>The service address is not right</source>
        <translation>接続先のアドレスが正しくありません</translation>
    </message>
    <message>
        <source>The clock of this PC is wrong</source>
        <translation>このPCの時計が合っていません</translation>
    </message>
    <message>
        <source>The keychain of this PC cannot be used</source>
        <translation>このPCのキーチェーンが使えません</translation>
    </message>
    <message>
        <source>Signing in without the service is not possible now</source>
        <translation>今はオフラインでサインインできません</translation>
    </message>
    <message>
        <source>The data on this PC cannot be opened</source>
        <translation>このPCのデータを開けません</translation>
    </message>
    <message>
        <source>This program is too old for the service</source>
        <translation>このプログラムは古くなっています</translation>
    </message>
    <message>
        <source>Temporary passwords live for a few days and can be used once. An administrator of your office can have a new one sent to your mail address.</source>
        <translation>仮パスワードは数日で期限が切れ、使えるのは1回だけです。自組織の管理者が、新しい仮パスワードを登録のメールアドレスへ送れます。</translation>
    </message>
    <message>
        <source>ID and password were right, but an administrator has suspended this account.</source>
        <translation>ユーザIDとパスワードは合っていますが、管理者がこのアカウントを停止しています。</translation>
    </message>
    <message>
        <source>Please sign in again. Work that was not sent yet is still on this PC.</source>
        <translation>もう一度サインインしてください。未送信の作業はこのPCに残っています。</translation>
    </message>
    <message>
        <source>This is not your mistake. What you have typed and saved is kept. Please tell the helpdesk; the text below says what they need.</source>
        <translation>あなたの操作の誤りではありません。入力・保存したものは残っています。ヘルプデスクに連絡してください。必要なことは下の文にまとめてあります。</translation>
    </message>
    <message>
        <source>Please sign in again later. You can leave this page open: it tries again by itself.</source>
        <translation>時間をおいてサインインしてください。この画面を開いたままにすると、自動でもう一度試します。</translation>
    </message>
    <message>
        <source>Too many people use it at this moment. You can leave this page open: it tries again by itself.</source>
        <translation>利用が集中しています。この画面を開いたままにすると、自動でもう一度試します。</translation>
    </message>
    <message>
        <source>The network does not know the name of the service. The cable or wireless connection is off, or the name service (DNS) of your office has a fault.</source>
        <translation>ネットワークが中央システムの名前を知りません。LANケーブルや無線が切れているか、庁内の名前解決（DNS）に不具合があります。</translation>
    </message>
    <message>
        <source>The PC or the network has no way to the service, or the service does not answer. Look first whether cable or wireless connection are on.</source>
        <translation>このPCから中央システムへ通じていないか、中央システムが応答していません。まずLANケーブルや無線がつながっているか見てください。</translation>
    </message>
    <message>
        <source>Your office&apos;s proxy server did not answer or wants a sign-in of its own.</source>
        <translation>庁内のプロキシサーバーが応答しないか、プロキシへのサインインを求めています。</translation>
    </message>
    <message>
        <source>To protect the data, nothing was sent. Either the service&apos;s certificate or the CA file set on this PC has to be put right. There is no way around it, on purpose.</source>
        <translation>データを守るため、何も送っていません。中央システムの証明書か、このPCに設定したCAファイルを直す必要があります。確認せずに進む方法は、あえて設けていません。</translation>
    </message>
    <message>
        <source>A page of the network (for example a sign-in page of a guest network or a filter) came instead of the service. Nothing was sent to it.</source>
        <translation>中央システムの代わりに、ネットワークの別のページ（接続時の認証ページやフィルターなど）が返ってきました。そこへは何も送っていません。</translation>
    </message>
    <message>
        <source>The address set on this PC does not lead to the service.</source>
        <translation>このPCに設定されたアドレスでは中央システムに行き着きません。</translation>
    </message>
    <message>
        <source>Without the right time certificates and sign-ins cannot be checked.</source>
        <translation>時刻が合っていないと、証明書やサインインを確認できません。</translation>
    </message>
    <message>
        <source>Sign-ins are kept only in the keychain of the operating system, never in clear text. Without it you can work only while the service can be reached.</source>
        <translation>サインインの情報はOSのキーチェーンだけに保存し、平文では保存しません。キーチェーンが使えない間は、中央システムにつながるときだけ作業できます。</translation>
    </message>
    <message>
        <source>The service cannot be reached, and this person has not signed in on this PC recently enough to work without it. Unsent work on this PC is kept.</source>
        <translation>中央システムにつながらず、このPCでの最後のサインインから日がたっているため、オフラインでは作業できません。未送信の作業はこのPCに残っています。</translation>
    </message>
    <message>
        <source>Nothing was deleted. Unsent work stays on this PC as it is.</source>
        <translation>何も消していません。未送信の作業はそのままこのPCに残っています。</translation>
    </message>
    <message>
        <source>Your unsent work is kept and is sent by the newer program.</source>
        <translation>未送信の作業は残っていて、新しい版から送られます。</translation>
    </message>
    <message>
        <source>Ask an administrator of your office</source>
        <translation>自組織の管理者に連絡してください</translation>
    </message>
    <message>
        <source>Ask the IT staff of your office, and show them this page</source>
        <translation>情報担当に連絡し、この画面を見せてください</translation>
    </message>
    <message>
        <source>Ask the helpdesk</source>
        <translation>ヘルプデスクに連絡してください</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Request number</source>
        <translation>要求番号</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>時刻（UTC）</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>接続先</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
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
    <name>yoyo::ChangePasswordPage</name>
    <message>
        <source>The password is changed. Your sign-ins on other PCs have ended.</source>
        <translation>パスワードを変更しました。ほかのPCでのサインインは終わりました。</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>パスワードの変更</translation>
    </message>
    <message>
        <source>The change ends every other sign-in of yours. Unsent work on other PCs is kept there and opens with the new password.</source>
        <translation>変更すると、ほかのPCでのサインインは終わります。ほかのPCの未送信の作業は残り、新しいパスワードで開けます。</translation>
    </message>
    <message>
        <source>The password can be changed only while the service can be reached.</source>
        <translation>パスワードは、中央システムにつながっているときだけ変更できます。</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>変更しています…</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>パスワードを変更</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
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
    <name>yoyo::ConflictTable</name>
    <message>
        <source>, </source>
        <comment>between groups</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation>（不明）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Items that collide</source>
        <translation>重なった項目</translation>
    </message>
    <message>
        <source>Changed at the centre by</source>
        <translation>中央で変更した人</translation>
    </message>
    <message>
        <source>Changed at the centre at</source>
        <translation>中央での変更日時</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>見つかった日時</translation>
    </message>
</context>
<context>
    <name>yoyo::ConnectPage</name>
    <message>
        <source>Choose the CA file</source>
        <translation>CAファイルを選ぶ</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>証明書 (*.pem *.crt *.cer);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>kind of trouble and what to do</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Connect to the service</source>
        <translation>中央システムに接続</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>接続先</translation>
    </message>
    <message>
        <source>You find the address in the letter or mail that announced the service, or your IT staff knows it. It is asked once for this PC.</source>
        <translation>アドレスは利用開始の案内（文書やメール）にあります。情報担当も知っています。入力はこのPCで1回だけです。</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>中央システムのアドレス</translation>
    </message>
    <message>
        <source>Begins with https, for example https://yoyo.example.lg.jp</source>
        <translation>https で始まります。例：https://yoyo.example.lg.jp</translation>
    </message>
    <message>
        <source>Type the address of the service.</source>
        <translation>中央システムのアドレスを入力してください。</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CAファイル</translation>
    </message>
    <message>
        <source>Only when your IT staff gave you one. Left empty, the certificates of this PC decide.</source>
        <translation>情報担当から渡されたときだけ指定します。空のままなら、このPCの証明書で確認します。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>接続しています…</translation>
    </message>
    <message>
        <source>Check and connect</source>
        <translation>確かめて接続</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>yoyo::ContactsPanel</name>
    <message>
        <source>When you need help</source>
        <translation>困ったときは</translation>
    </message>
    <message>
        <source>Administrators of %1</source>
        <translation>%1 の管理者</translation>
    </message>
    <message>
        <source>Administrators of your office</source>
        <translation>自組織の管理者</translation>
    </message>
    <message>
        <source>Helpdesk</source>
        <translation>ヘルプデスク</translation>
    </message>
    <message>
        <source>Unsent work on this PC</source>
        <translation>このPCに残る未送信の作業</translation>
    </message>
    <message>
        <source>I forgot my password</source>
        <translation>パスワードを忘れた</translation>
    </message>
    <message>
        <source>I forgot my user ID</source>
        <translation>ユーザIDを忘れた</translation>
    </message>
    <message>
        <source>I cannot sign in</source>
        <translation>サインインできない</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>接続先</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2): %n unsent</source>
        <translation>
            <numerusform>%1（%2）未送信 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in as this person</source>
        <translation>この人としてサインイン</translation>
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
    <name>yoyo::DecisionPage</name>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Value before</source>
        <translation>元の値</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>この端末</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>（削除済み）</translation>
    </message>
    <message>
        <source>Decide: %1</source>
        <translation>要確認：%1</translation>
    </message>
    <message>
        <source>Changed at the centre: %1</source>
        <translation>中央での変更：%1</translation>
    </message>
    <message>
        <source>Changed at the centre: %1, by %2</source>
        <translation>中央での変更：%1&#x3000;%2</translation>
    </message>
    <message>
        <source>The change on this PC was made by another person.</source>
        <translation>この端末の変更は、別の人が行ったものです。</translation>
    </message>
    <message>
        <source>%1 (only one side changed it; nothing to decide)</source>
        <translation>%1（片方だけの変更なので、決めることはありません）</translation>
    </message>
    <message>
        <source>Choose one of the two</source>
        <translation>どちらかを選んでください</translation>
    </message>
    <message>
        <source>Take the value of this PC</source>
        <translation>「この端末」の値にする</translation>
    </message>
    <message>
        <source>Keep the value of the centre</source>
        <translation>「中央」の値にする</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group and choice</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>Decide (%n still open)</source>
        <translation>
            <numerusform>決定（あと %n 項目）</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide like this</source>
        <translation>この内容で決定</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>nothing to decide</source>
        <translation>決定不要</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>未決定</translation>
    </message>
    <message>
        <source>Nothing is chosen beforehand. Compare the values and decide each group. The decision is sent to the centre as a change of its own; the other value stays in the record.</source>
        <translation>はじめはどちらも選ばれていません。見比べて、区分ごとに決めてください。決定は新しい変更として中央に送られ、選ばなかった値も記録に残ります。</translation>
    </message>
    <message>
        <source>Reading the two versions…</source>
        <translation>両方の値を読み込んでいます…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>For whoever asks later, for example “confirmed with Ms Sato by phone”. May stay empty.</source>
        <translation>あとで確認する人のために書きます。例：「佐藤さんに電話で確認」。空でも構いません。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>要確認</translation>
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
    <name>yoyo::FirstSignInPage</name>
    <message>
        <source>Open the mail</source>
        <translation>メールを開く</translation>
    </message>
    <message>
        <source>Mails and texts (*.eml *.txt);;All files (*)</source>
        <translation>メール・テキスト (*.eml *.txt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The service is back. Sign in again.</source>
        <translation>中央システムが再開しました。サインインしてください。</translation>
    </message>
    <message>
        <source>Read from the mail: user ID %1, temporary password %2.</source>
        <translation>メールから読み取りました。ユーザID：%1&#x3000;仮パスワード：%2</translation>
    </message>
    <message>
        <source>Read from the mail: temporary password %1. The user ID is not in this mail. Type the ID that you received from the administrator of your office.</source>
        <translation>メールから仮パスワード %1 を読み取りました。ユーザIDはこのメールにはありません。所属の管理者から受け取ったIDを入力してください。</translation>
    </message>
    <message>
        <source>Read from the mail: user ID %1. There is no temporary password in it; type it by hand or paste the other mail.</source>
        <translation>メールからユーザID %1 を読み取りました。仮パスワードはこのメールにはありません。手で入力するか、もう一通のメールを貼り付けてください。</translation>
    </message>
    <message>
        <source>This layout is not a familiar one: compare both fields with the mail before you sign in.</source>
        <translation>見慣れない書き方のメールです。サインインの前に、2つの欄をメールと見比べてください。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence and code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>First sign-in with a temporary password</source>
        <translation>仮パスワードで初めてサインイン</translation>
    </message>
    <message>
        <source>Paste the mail with the subject %1 or %2, or type both by hand. The mail is not stored.</source>
        <translation>件名が%1または%2のメールを貼り付けるか、手で入力してください。メールは保存しません。</translation>
    </message>
    <message>
        <source>Text of the mail</source>
        <translation>メールの本文</translation>
    </message>
    <message>
        <source>Paste the mail here (Ctrl+V), or drop the mail file here</source>
        <translation>ここにメールを貼り付けるか（Ctrl+V）、メールのファイルをドロップしてください</translation>
    </message>
    <message>
        <source>Open a mail file…</source>
        <translation>メールのファイルを開く…</translation>
    </message>
    <message>
        <source>Read another mail</source>
        <translation>別のメールを読み取る</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>ユーザID</translation>
    </message>
    <message>
        <source>Type your user ID. The administrator of your office gave it to you.</source>
        <translation>ユーザIDを入力してください。自組織の管理者から受け取ったものです。</translation>
    </message>
    <message>
        <source>Temporary password</source>
        <translation>仮パスワード</translation>
    </message>
    <message>
        <source>Type the temporary password from the mail.</source>
        <translation>メールにある仮パスワードを入力してください。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>サインインしています…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>button</comment>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>yoyo::ForgottenIdPage</name>
    <message>
        <source>Forgotten user ID</source>
        <translation>ユーザIDを忘れたとき</translation>
    </message>
    <message>
        <source>Your user ID is in the list of users and on the notice you were given. An administrator of your office can tell it to you:</source>
        <translation>ユーザIDは、渡された通知書とユーザ一覧にあります。自組織の管理者に確認してください。</translation>
    </message>
    <message>
        <source>Ask your superior or your IT staff.</source>
        <translation>上司または情報担当に確認してください。</translation>
    </message>
    <message>
        <source>If you are the only administrator yourself, call the helpdesk:</source>
        <translation>ご自身が唯一の管理者のときはヘルプデスクへ：</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>yoyo::ForgottenPasswordPage</name>
    <message>
        <source>Forgotten password</source>
        <translation>パスワードを忘れたとき</translation>
    </message>
    <message>
        <source>A temporary password is sent to the mail address registered for the user ID. Your present password stays valid until the temporary one is used.</source>
        <translation>登録されているメールアドレスに仮パスワードを送ります。今のパスワードは、仮パスワードを使うまで有効です。</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>ユーザID</translation>
    </message>
    <message>
        <source>Type your user ID.</source>
        <translation>ユーザIDを入力してください。</translation>
    </message>
    <message>
        <source>Registered mail address</source>
        <translation>登録メールアドレス</translation>
    </message>
    <message>
        <source>The address at work that is registered for you, for example name@city.example.lg.jp</source>
        <translation>登録してある職場のアドレス。例：name@city.example.lg.jp</translation>
    </message>
    <message>
        <source>Type the registered mail address.</source>
        <translation>登録メールアドレスを入力してください。</translation>
    </message>
    <message>
        <source>If the user ID and the mail address belong together, a mail with a temporary password is on its way. If none has come after ten minutes, ask an administrator of your office. For your protection this answer is always the same.</source>
        <translation>ユーザIDとメールアドレスが登録と一致すれば、仮パスワードのメールを送ります。10分たっても届かないときは、自組織の管理者に確認してください。安全のため、この返事はいつも同じです。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>もう一度送る</translation>
    </message>
    <message>
        <source>Send a temporary password</source>
        <translation>仮パスワードを送る</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>I have received the mail</source>
        <translation>メールが届いた</translation>
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
    <name>yoyo::GuidePage</name>
    <message>
        <source>When you cannot sign in</source>
        <translation>サインインできないとき</translation>
    </message>
    <message>
        <source>You forgot your password</source>
        <translation>パスワードを忘れた場合</translation>
    </message>
    <message>
        <source>Reset it: a temporary password comes by mail.</source>
        <translation>パスワードをリセットしてください。仮パスワードがメールで届きます。</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>パスワードをリセット</translation>
    </message>
    <message>
        <source>You forgot your user ID</source>
        <translation>ユーザIDを忘れた場合</translation>
    </message>
    <message>
        <source>Ask an administrator of your office.</source>
        <translation>管理者権限を持つユーザへお問い合わせください。</translation>
    </message>
    <message>
        <source>Show the administrators</source>
        <translation>管理者を見る</translation>
    </message>
    <message>
        <source>The temporary password has expired or did not arrive</source>
        <translation>仮パスワードの期限が切れた・届かない場合</translation>
    </message>
    <message>
        <source>An administrator of your office can have it sent again. If you are the only administrator, call the helpdesk.</source>
        <translation>自組織の管理者が再送できます。ご自身が唯一の管理者のときはヘルプデスクへ。</translation>
    </message>
    <message>
        <source>A system error is shown</source>
        <translation>システムエラー画面が表示された場合</translation>
    </message>
    <message>
        <source>Call the helpdesk. The page of the error has a text ready for them.</source>
        <translation>ヘルプデスクにお問い合わせください。伝える文はエラーの画面に用意されています。</translation>
    </message>
    <message>
        <source>Maintenance is shown</source>
        <translation>メンテナンス画面が表示された場合</translation>
    </message>
    <message>
        <source>Sign in again after some time. The page says until when, and tries again by itself.</source>
        <translation>時間をおいて再度サインインしてください。画面に終了予定が出て、自動でも試します。</translation>
    </message>
    <message>
        <source>The service cannot be reached</source>
        <translation>中央システムにつながりません</translation>
    </message>
    <message>
        <source>Ask the IT staff of your office. If you signed in on this PC within the last days, you can work without the service.</source>
        <translation>情報担当に連絡してください。このPCで最近サインインしていれば、オフラインで作業できます。</translation>
    </message>
    <message>
        <source>Service address…</source>
        <translation>接続先…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
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
    <name>yoyo::LockPage</name>
    <message>
        <source>The password is wrong.</source>
        <translation>パスワードが違います。</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>パスワードを入力してください。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>%1 (%2) is signed in. Type the password to go on where you were.</source>
        <translation>%1（%2）さんがサインインしています。パスワードを入力すると続きから始められます。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message numerus="yes">
        <source>Somebody else can sign in: your %n unsent change(s) stay on this PC.</source>
        <translation>
            <numerusform>別の人がサインインしても、未送信の %n 件はこのPCに残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else can sign in; nothing of yours is lost.</source>
        <translation>別の人がサインインしても、作業は失われません。</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解除</translation>
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
    <name>yoyo::NewPasswordPage</name>
    <message>
        <source>Choose your own password</source>
        <translation>自分のパスワードを決める</translation>
    </message>
    <message>
        <source>The temporary password for %1 was right. Replace it by a password that only you know; after that it can no longer be used.</source>
        <translation>%1 の仮パスワードを確認しました。自分だけが知るパスワードに変更してください。変更すると仮パスワードは使えなくなります。</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>変更しています…</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>パスワードを変更</translation>
    </message>
    <message>
        <source>Stop and sign out</source>
        <translation>やめてサインアウト</translation>
    </message>
</context>
<context>
    <name>yoyo::NotesPage</name>
    <message>
        <source>Reason: %1. %2</source>
        <comment>kind of trouble and message</comment>
        <translation>理由：%1。%2</translation>
    </message>
    <message>
        <source>Signed in without the service</source>
        <translation>オフラインでサインインしました</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>サインインしました</translation>
    </message>
    <message>
        <source>You are working offline on this PC&apos;s copy of the data.</source>
        <translation>このPCにあるデータで作業します。</translation>
    </message>
    <message>
        <source>You can look things up and change them. Changes are kept on this PC and sent by themselves when the service can be reached again. Resetting passwords and unlocking need the service.</source>
        <translation>見ることも変更することもできます。変更はこのPCに残り、つながったときに自動で送られます。パスワードのリセットやロック解除は、つながっているときだけできます。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
</context>
<context>
    <name>yoyo::OperationDetail</name>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Choose a line to see what changes, why it waits and what to do next.</source>
        <translation>行を選ぶと、変更の内容、待っている理由、次にすることを表示します。</translation>
    </message>
    <message>
        <source>a person this PC does not know</source>
        <translation>このPCではわからない人</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <comment>kind of change, author, time</comment>
        <translation>%1&#x3000;%2&#x3000;%3</translation>
    </message>
    <message>
        <source>Reason given: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>今の状態</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and its problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Code %1: what it means</source>
        <translation>コード %1 の説明</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>次にすること</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>The change disappears from this PC as if it had not been made</source>
        <translation>この変更をなかったことにします</translation>
    </message>
</context>
<context>
    <name>yoyo::OperationTable</name>
    <message>
        <source>(unknown here)</source>
        <translation>（不明）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>日時</translation>
    </message>
</context>
<context>
    <name>yoyo::OwnDataPage</name>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Saved on this PC. It is being sent to the centre.</source>
        <translation>このPCに保存しました。中央へ送っています。</translation>
    </message>
    <message>
        <source>Saved on this PC. It is sent when the centre can be reached.</source>
        <translation>このPCに保存しました。中央につながったときに送ります。</translation>
    </message>
    <message>
        <source>Save the changes to your own data?</source>
        <translation>自身のユーザ情報の変更を保存しますか</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>入力した内容はまだ保存されていません。</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>verb</comment>
        <translation>保存</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>保存しない</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>ここにとどまる</translation>
    </message>
    <message>
        <source>My own user data</source>
        <translation>自身のユーザ情報</translation>
    </message>
    <message>
        <source>Your colleagues see name and department. Mail and phone are used for notices to you.</source>
        <translation>氏名と所属は同僚にも見えます。メールと電話は、あなたへの連絡に使います。</translation>
    </message>
    <message>
        <source>You are signed in. Please check what the administrator entered about you, and correct it where needed.</source>
        <translation>サインインしました。管理者が登録した内容を確かめ、違うところを直してください。</translation>
    </message>
    <message>
        <source>Reading your data…</source>
        <translation>読み込んでいます…</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Family name in kana</source>
        <translation>セイ</translation>
    </message>
    <message>
        <source>Katakana; hiragana is changed by itself</source>
        <translation>全角カタカナ（ひらがなは自動で変わります）</translation>
    </message>
    <message>
        <source>Given name in kana</source>
        <translation>メイ</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Temporary passwords are sent here: please compare it letter by letter.</source>
        <translation>仮パスワードの送り先です。1文字ずつ確かめてください。</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Also an extension, for example 内線 2345</source>
        <translation>内線も書けます。例：内線 2345</translation>
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
        <source>User ID %1 · Role %2. Only an administrator can change these.</source>
        <translation>ユーザID：%1&#x3000;権限：%2（変更できるのは管理者だけです）</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存しています…</translation>
    </message>
    <message>
        <source>This is right, go on</source>
        <translation>この内容で間違いない</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>パスワードを変更…</translation>
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
    <name>yoyo::PasswordForm</name>
    <message>
        <source>Type the new password.</source>
        <translation>新しいパスワードを入力してください。</translation>
    </message>
    <message>
        <source>This is not your present password.</source>
        <translation>今のパスワードと違います。</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>今のパスワード</translation>
    </message>
    <message>
        <source>Type your present password.</source>
        <translation>今のパスワードを入力してください。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新しいパスワード</translation>
    </message>
    <message>
        <source>Long is what counts: several words with something between them are easy to keep in mind. Pasting is allowed.</source>
        <translation>長さが大切です。いくつかの言葉を記号などでつなぐと、長くて覚えやすくなります。貼り付けもできます。</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>新しいパスワード（もう一度）</translation>
    </message>
    <message>
        <source>Type the new password a second time.</source>
        <translation>新しいパスワードをもう一度入力してください。</translation>
    </message>
</context>
<context>
    <name>yoyo::PasswordRuleList</name>
    <message>
        <source>%1 characters or more (now %2)</source>
        <translation>%1文字以上（今 %2文字）</translation>
    </message>
    <message>
        <source>%1 characters or more</source>
        <translation>%1文字以上</translation>
    </message>
    <message>
        <source>At most %1 characters</source>
        <translation>%1文字以下</translation>
    </message>
    <message>
        <source>At least %1 of: small letters, capital letters, digits, other signs</source>
        <translation>英小文字・英大文字・数字・記号のうち%1種類以上</translation>
    </message>
    <message>
        <source>Not a common password, a sequence, a repetition, or a word of the municipality or this system</source>
        <translation>よくあるもの・並び・繰り返し、市区町村やシステムの名前でない</translation>
    </message>
    <message>
        <source>Without your user ID and your name</source>
        <translation>ユーザIDや氏名を含まない</translation>
    </message>
    <message>
        <source>Not the password it replaces</source>
        <translation>今まで（仮）のパスワードと違う</translation>
    </message>
    <message>
        <source>Only letters, digits, signs and blanks</source>
        <translation>文字・数字・記号・空白だけ</translation>
    </message>
    <message>
        <source>Rules for the password</source>
        <translation>パスワードの決まり</translation>
    </message>
    <message>
        <source>not met yet</source>
        <translation>まだ</translation>
    </message>
    <message>
        <source>met</source>
        <translation>満たしています</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>満たしていません</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>rule and whether it is met</comment>
        <translation>%1：%2</translation>
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
    <name>yoyo::SignInPage</name>
    <message>
        <source>The service is back. Type your password again to sign in.</source>
        <translation>中央システムが再開しました。パスワードを入力してサインインしてください。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence and code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>ユーザID</translation>
    </message>
    <message>
        <source>Half-width letters and digits. Full width is corrected by itself.</source>
        <translation>半角の英数字と記号（- _ .）。全角は自動で半角になります。</translation>
    </message>
    <message>
        <source>Type your user ID.</source>
        <translation>ユーザIDを入力してください。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>パスワードを入力してください。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>サインインしています…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>button</comment>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>I forgot my password</source>
        <translation>パスワードを忘れた</translation>
    </message>
</context>
<context>
    <name>yoyo::StartPage</name>
    <message>
        <source>Welcome to Yoyo Desk</source>
        <translation>予予デスク</translation>
    </message>
    <message>
        <source>Yoyo Desk prepares and runs the vaccination questionnaire and claims system for your municipality.</source>
        <translation>予診情報・予防接種記録管理／請求支払システムの導入と運用を行います。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>With your user ID and the password you chose yourself.</source>
        <translation>自分で決めたパスワードがある方</translation>
    </message>
    <message>
        <source>I received a temporary password (first time)</source>
        <translation>仮パスワードを受け取った（初めて）</translation>
    </message>
    <message>
        <source>Paste the mail; you then choose your own password. Also after a reset.</source>
        <translation>仮パスワード通知のメールを貼り付けて、自分のパスワードを決めます（リセットのあとも）</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>接続先：%1</translation>
    </message>
    <message>
        <source>Service: %1 (%2)</source>
        <comment>host and municipality</comment>
        <translation>接続先：%1（%2）</translation>
    </message>
    <message>
        <source>Ask for an account</source>
        <translation>アカウントの発行を依頼する</translation>
    </message>
    <message>
        <source>When your municipality has no administrator yet, or you do not know whom to ask.</source>
        <translation>市区町村に管理者がまだいない方、だれに頼めばよいか知りたい方</translation>
    </message>
    <message>
        <source>See it in five minutes</source>
        <translation>5分で見る</translation>
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
<context>
    <name>yoyo::SyncPage</name>
    <message>
        <source>Taken back: %1</source>
        <translation>元に戻しました：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are being sent now.</source>
        <translation>
            <numerusform>%n 件の変更を送っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Next try: %1</source>
        <translation>次の試行：%1</translation>
    </message>
    <message>
        <source>Unsent %1 · Needs a decision %2 · Cannot be sent %3</source>
        <translation>未送信 %1 ・ 要確認 %2 ・ 送信できない %3</translation>
    </message>
    <message>
        <source>Synchronising…</source>
        <translation>同期しています…</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>今すぐ同期</translation>
    </message>
    <message numerus="yes">
        <source>The sign-in has ended. %n change(s) wait for it.</source>
        <translation>
            <numerusform>サインインが切れています。%n 件の変更が待っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>もう一度サインイン</translation>
    </message>
    <message>
        <source>Ask an administrator before you go on. Your unsent changes are kept and checked against the centre&apos;s present values.</source>
        <translation>進める前に管理者に確認してください。未送信の変更は残り、中央の今の値と照らし合わせて送ります。</translation>
    </message>
    <message>
        <source>Go on with the centre&apos;s data</source>
        <translation>中央のデータで続ける</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to users wait for your password. They are not in force yet.</source>
        <translation>
            <numerusform>ユーザに関する %n 件の変更が、パスワードの入力を待っています。まだ反映されていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the password…</source>
        <translation>パスワードを入力…</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were made by another person. They are sent when that person signs in.</source>
        <translation>
            <numerusform>別の人の変更が %n 件あります。その人がサインインすると送られます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits on this PC. What you change appears here until the centre has it.</source>
        <translation>このPCで待っている変更はありません。変更すると、中央に届くまでここに表示されます。</translation>
    </message>
    <message>
        <source>Changes (%1)</source>
        <translation>変更（%1）</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>No change collides with one at the centre.</source>
        <translation>中央の変更と重なったものはありません。</translation>
    </message>
    <message>
        <source>Needs a decision (%1)</source>
        <translation>要確認（%1）</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>message and its code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No notices yet since the program was started.</source>
        <translation>起動してからのお知らせはありません。</translation>
    </message>
    <message>
        <source>Take back this change?</source>
        <translation>この変更を元に戻しますか</translation>
    </message>
    <message>
        <source>The new entry disappears from this PC. It was never sent to the centre.</source>
        <translation>新しい登録はこのPCから消えます。中央には送っていません。</translation>
    </message>
    <message>
        <source>The values before the change are shown again. The centre never sees the change.</source>
        <translation>変更前の値に戻ります。この変更は中央に送られません。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Release waiting changes</source>
        <translation>待っている変更を送る</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to users wait for your password. Typing it sends them.</source>
        <translation>
            <numerusform>ユーザに関する %n 件の変更がパスワードを待っています。入力すると送られます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Release and send</source>
        <translation>送る</translation>
    </message>
    <message>
        <source>Changes waiting on this PC</source>
        <translation>このPCで待っている変更</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>同期</translation>
    </message>
    <message>
        <source>What you change is kept on this PC and sent to the centre by itself. Here you see what still waits, why, and what to do.</source>
        <translation>変更はこのPCに保存され、自動で中央に送られます。まだ待っているもの、その理由、次にすることを確認できます。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Everything on this PC</source>
        <translation>このPCのすべて</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>自分の変更だけ</translation>
    </message>
    <message>
        <source>Whose changes</source>
        <translation>だれの変更か</translation>
    </message>
    <message>
        <source>Only what still waits</source>
        <translation>待っているものだけ</translation>
    </message>
    <message>
        <source>Also what the centre has</source>
        <translation>中央に反映されたものも</translation>
    </message>
    <message>
        <source>Which changes</source>
        <translation>どの変更か</translation>
    </message>
    <message>
        <source>Compare and decide…</source>
        <translation>見比べて決める…</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>お知らせ</translation>
    </message>
</context>
<context>
    <name>yoyo::TroublePage</name>
    <message>
        <source>Copied. Paste it into a mail to the helpdesk or to your IT staff.</source>
        <translation>コピーしました。ヘルプデスクや情報担当へのメールに貼り付けてください。</translation>
    </message>
    <message>
        <source>For the helpdesk or your IT staff (no names and no passwords are in it):</source>
        <translation>ヘルプデスク・情報担当に伝える内容（氏名やパスワードは入っていません）：</translation>
    </message>
    <message>
        <source>Copy this text</source>
        <translation>この内容をコピー</translation>
    </message>
    <message>
        <source>Save it to a file…</source>
        <translation>ファイルに保存…</translation>
    </message>
    <message>
        <source>Back to the sign-in</source>
        <translation>サインインに戻る</translation>
    </message>
    <message>
        <source>Service address…</source>
        <translation>接続先…</translation>
    </message>
    <message>
        <source>Code %1: what it means</source>
        <translation>コード %1 の説明</translation>
    </message>
    <message>
        <source>Expected until: %1</source>
        <translation>終了予定：%1</translation>
    </message>
    <message>
        <source>The service did not say how long it takes.</source>
        <translation>終了予定はわかりません。</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>今すぐもう一度</translation>
    </message>
    <message>
        <source>Asking the service now…</source>
        <translation>中央システムに確認しています…</translation>
    </message>
    <message>
        <source>It is tried again by itself at %1.</source>
        <translation>%1 に自動でもう一度試します。</translation>
    </message>
    <message>
        <source>Save the text for the helpdesk</source>
        <translation>ヘルプデスクに伝える内容を保存</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>保存しました：%1</translation>
    </message>
</context>
</TS>

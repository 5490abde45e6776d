# Words of judge, language en. Keys start with `judge-`; all languages hold the same keys and variables.
# Each rule has four messages: title (a few words), why (what was seen), fix (what to change), law (the source).
# Arguments are the facts of a finding; identifiers, roles, switches and consents arrive in words.
# Section 205 of the Finnish Act on Electronic Communications Services (917/2014): Helsinki Administrative Court, release of
# 2024-10-09, https://www.sttinfo.fi/tiedote/70615323, read 2026-11-26.

## Parts of sentences
judge-held = The audit held it back before it left; from a visitor it is sent.
judge-contacts = { $contact ->
    [connection] { $count ->
        [one] one connection without any request
       *[other] { $count } connections without any request
    }
   *[request] { $count ->
        [one] one request
       *[other] { $count } requests
    }
}
judge-disguise = { $disguise ->
    [plain] It could be read as it was.
    [reversed] It was written backwards, which anybody can read.
    [encoded] It was only re-coded, which anybody can undo.
   *[hashed] It was hashed; a recipient that knows the same value recognises it all the same.
}
judge-how = { $how ->
    [automatic] The recipient's own script took it from the page by itself.
    [given] The site handed it over.
    [own-form] It was typed into a form of the recipient's own, in its frame on the page.
    [another-script] A script of { $script_owner } put it there.
   *[unknown] Who put it there cannot be told from the request.
}
judge-change-at = { $has_settings_page ->
    [yes] The switch is here: { $settings_page }
   *[no] The tables know no settings page for this recipient; ask whoever has the account there.
}
judge-not-looked-at = This time nobody looked where it was found: the earlier audit had pages, journeys, answers about consent, scripts or settings of recipients that this one lacks. It said then:
judge-severity-kept = It stands as grave as in the earlier audit: what made it so was not looked at again.

## Reasons for a severity
judge-reason-someone-else = it belongs to somebody else than the visitor
judge-reason-not-hashed = it was not hashed
judge-reason-after-refusal = the visitor had refused consent
judge-reason-closed-zone = nobody at all is allowed on these pages
judge-reason-taken-automatically = the recipient's script took it by itself
judge-reason-password = a password lets in whoever has it
judge-reason-key-by-key = what is typed is sent key by key
judge-reason-hears-inputs = its script hears every input of the page, and readable text of several fields arrived
judge-reason-replay-form = what was sent has the form of a recording (rrweb)
judge-reason-uncertain = the match may be chance
judge-reason-indirect = the value does not single out a person by itself
judge-reason-typed-text = what a visitor types into this field, whatever that is, reaches the recipient
judge-reason-seen-in-traffic = the traffic shows it
judge-reason-served-only = so far only the configuration shows it
judge-reason-off-although-declared = a function that was decided on is off
judge-reason-tracker = the recipient follows people across sites or records visits
judge-reason-declared = the declaration lists the recipient
judge-reason-not-declared = the declaration does not list the recipient
judge-reason-turned-on = the switch was turned on
judge-reason-turned-off = the switch was turned off
judge-reason-before-answer = it came before the visitor had answered
judge-reason-known-recipient = the recipient was known before
judge-reason-sent-by-it = one of these scripts sent personal data
judge-reason-identifiers-sent = personal data went there
judge-reason-own-cookies = the service's own cookies went there

## What a declaration leaves unsaid
judge-lacks-role = role
judge-lacks-purpose = purpose
judge-lacks-assessment = assessment

## undeclared-personal-data
judge-undeclared-personal-data-title = Undeclared data to { $recipient }: { $identifier } ({ $role })
judge-undeclared-personal-data-why = { $recipient } received: { $identifier }. Person: { $role }. { $reason ->
    [no-declaration] There is no declaration, so nothing is known to be allowed.
    [no-zone] The page lies in no zone of the declaration.
    [not-listed] The declaration does not allow this recipient on these pages.
   *[not-this-data] The declaration allows this recipient here, but not this kind of data.
} { judge-disguise } { judge-how } { $count ->
    [one] Seen once.
   *[other] Seen { $count } times.
}
judge-undeclared-personal-data-fix = If the transfer is not meant: turn the collection off where it is configured and run the audit again. If it is meant: assess it, find its legal basis, and write it into the declaration. { judge-change-at }
judge-undeclared-personal-data-law = GDPR Article 5(1)(b) and 6 (purpose and legal basis), 5(2) and 24 (accountability), 32 (security); a transfer that was never intended may be a personal data breach, Article 4(12) and 33. Compare IMY-2022-3822.

## someone-elses-data
judge-someone-elses-data-title = Somebody else's data to { $recipient }: { $identifier }
judge-someone-elses-data-why = { $recipient } received: { $identifier }. It belongs to { $role }, not to the visitor. That person was not on the page, was not informed and has consented to nothing. { judge-disguise } { judge-how } { $count ->
    [one] Seen once.
   *[other] Seen { $count } times.
}
judge-someone-elses-data-fix = Keep the recipient off pages where people type other people's data, or turn its form collection off. The visitor's consent does not help. { judge-change-at }
judge-someone-elses-data-law = GDPR Article 6 (legal basis), 4(11) and 7 (consent is one's own), 14 (information), 25 and 32. In IMY-2022-3822 the people concerned were the invited ones.

## setting-conflict
judge-setting-conflict-title = Contradicting setting at { $recipient }: { $setting }
judge-setting-conflict-why = Switch: { $setting }, account { $account } at { $recipient }. Declared: { $declared }. Served by the recipient to every browser: { $served }. Observed in the traffic: { $observed }. { $through ->
    [platform] { $platform } says { $platform_says ->
        [on] on
        [off] off
       *[unknown] nothing
    }; the recipient's own configuration takes precedence.
    [traffic] What the traffic shows is what happened, whatever was declared or served.
   *[declaration] The recipient's own configuration takes precedence over what was decided.
}
judge-setting-conflict-fix = Change the switch in the recipient's own tool, not only in your platform, and run the audit again. { judge-change-at }
judge-setting-conflict-law = GDPR Article 32(1)(d) (measures have to be tested regularly), 24 and 25. IMY-2022-3822 turned on exactly this conflict.

## automatic-matching-on
judge-automatic-matching-on-title = { $recipient } collects from forms by itself
judge-automatic-matching-on-why = Automatic matching is on for account { $account } at { $recipient }, and no declaration says that it may. Served: { $served }. Observed: { $observed }. The recipient's script chooses the fields, hidden ones and other people's data included.
judge-automatic-matching-on-fix = Turn automatic matching off, or assess it and declare it. { judge-change-at }
judge-automatic-matching-on-law = GDPR Article 4(7), 24 and 25, 35 where the risk is high; LEK 9:28 (ePrivacy Article 5(3)), supervised by PTS; in Finland section 205 of the Act on Electronic Communications Services, Traficom.

## forbidden-zone
judge-forbidden-zone-title = { $recipient } on pages where it is not allowed: { $zone }
judge-forbidden-zone-why = { $recipient } got { judge-contacts } from pages of the zone “{ $zone }”. { $closed ->
    [yes] The declaration allows nobody else there.
   *[no] The declaration does not list it there.
} Each request tells at least the visitor's network address and, as a rule, the page.
judge-forbidden-zone-fix = Remove what loads from { $hosts } on these pages, serve it yourself, or list the recipient with role and purpose.
judge-forbidden-zone-law = GDPR Article 5(1)(b) and (c), 6, 25; recital 30 (network addresses). Where the page itself reveals health or the like: Article 9.

## form-listening
judge-form-listening-title = { $recipient } { $listens ->
    [reads] reads form fields
    [hears] listens to keys
   *[both] reads form fields and listens to keys
}{ $zoned ->
    [yes] : { $zone }
   *[no] {""}
}
judge-form-listening-why = A script of { $recipient } { $listens ->
    [reads] read what stood in form fields
    [hears] asked the browser to be told of every key
   *[both] read what stood in form fields and asked the browser to be told of keys
}: { $fields }. Whether it sent anything is told by other findings; here it could have. Script: { $initiator }{ $framed ->
    [yes] {" "}This was in a frame of its own, into which visitors type as well: { $frames }.
   *[no] {""}
}
judge-form-listening-fix = Keep the script off pages with forms, or have its form and keystroke collection turned off. If it is meant, write into the declaration which identifiers it may have. { judge-change-at }
judge-form-listening-law = GDPR Article 5(1)(c), 25 and 32; LEK 9:28 (ePrivacy Article 5(3)); in Finland section 205 of the Act on Electronic Communications Services.

## before-consent
judge-before-consent-title = Sent before consent, to { $recipient }: { $identifiers } ({ $role })
judge-before-consent-why = { $recipient } received: { $identifiers }. Person: { $role }. { $asked ->
    [yes] At that time the consent question had not been answered.
    [no] The service had not asked for consent.
   *[unknown] At that time the consent question had not been answered, or was not asked at all.
} { judge-disguise } { $count ->
    [one] Seen once.
   *[other] Seen { $count } times.
}
judge-before-consent-fix = Load the recipient only after consent was given; check that the tag manager's trigger waits for it.
judge-before-consent-law = LEK 9:28 (ePrivacy Article 5(3)): supervised by PTS, not IMY; in Finland section 205 of the Act on Electronic Communications Services, Traficom. What follows needs a basis under GDPR Article 6; consent has to come first, Article 4(11) and 7.

## after-refusal
judge-after-refusal-title = Sent although consent was refused, to { $recipient }: { $identifiers } ({ $role })
judge-after-refusal-why = { $recipient } received: { $identifiers }. Person: { $role }. The visitor had refused. { judge-disguise } { $count ->
    [one] Seen once.
   *[other] Seen { $count } times.
}
judge-after-refusal-fix = Make the refusal stop the recipient: test the consent platform's categories and the tag manager's triggers with this journey.
judge-after-refusal-law = GDPR Article 5(1)(a), 6 and 7(3); LEK 9:28 (ePrivacy Article 5(3)), supervised by PTS; in Finland section 205 of the Act on Electronic Communications Services, Traficom.

## consent-ignored
judge-consent-ignored-title = { $refused ->
    [yes] Refusal ignored: { $recipient }
   *[no] Loaded before any answer: { $recipient }
}
judge-consent-ignored-why = { $recipient } got { judge-contacts } { $refused ->
    [yes] after the visitor had refused.
   *[no] before the visitor had answered the consent question, or without asking it.
} Hosts: { $hosts }
judge-consent-ignored-fix = Load the recipient only after consent was given. Test the refusal with this journey: the consent platform's categories and the tag manager's triggers have to agree.
judge-consent-ignored-law = LEK 9:28 (ePrivacy Article 5(3)): supervised by PTS, not IMY; in Finland section 205 of the Act on Electronic Communications Services, Traficom.

## before-submission
judge-before-submission-title = Sent while the form was being filled in, to { $recipient }: { $identifier } ({ $role })
judge-before-submission-why = { $recipient } received: { $identifier }. Person: { $role }. Field: { $fields }. It left while the form was being filled in, before it was sent. { judge-disguise }
judge-before-submission-fix = Turn off the recipient's form or keystroke collection. { judge-change-at }
judge-before-submission-law = GDPR Article 5(1)(a) and (c), 25; LEK 9:28 (ePrivacy Article 5(3)); in Finland section 205 of the Act on Electronic Communications Services.

## identifier-in-address
judge-identifier-in-address-title = { $readable ->
    [no] Packed, not hashed, in an address
   *[yes] Readable in an address
} sent to { $recipient }: { $identifier } ({ $role })
judge-identifier-in-address-why = { $identifier } stood { $readable ->
    [no] unhashed, packed in { $packed } as anybody can undo it, in
   *[yes] readable in
} { $where ->
    [referer] the address of the page, which the browser passed on as Referer,
    [fragment] the fragment of an address, which the network does not see but the other party's script reads,
   *[address] the address of a request
} to { $recipient }. Person: { $role }. Addresses are kept in logs and statistics on the way and at the recipient. Hosts: { $hosts }
judge-identifier-in-address-fix = Send forms with POST, keep identifiers out of page addresses, and set Referrer-Policy to strict-origin.
judge-identifier-in-address-law = GDPR Article 5(1)(c) and (f), 25 and 32.

## interaction-beside-identifiers
judge-interaction-beside-identifiers-title = What was done on the page, with an identifier, to { $recipient }: { $identifiers } ({ $role })
judge-interaction-beside-identifiers-why = Requests to { $recipient } that carried { $identifiers } also told what was done: { $interaction }. Together they describe a person's behaviour. Person: { $role }.
judge-interaction-beside-identifiers-fix = Send no identifiers with events, or no events with identifiers; take button texts and page addresses out of the events.
judge-interaction-beside-identifiers-law = GDPR Article 5(1)(c) and 33(3)(a) (to be counted in the assessment); Article 9 where the page reveals such data. IMY-2022-3822 lists clicks, events and page openings.

## new-host
judge-new-host-title = New host of { $recipient } since the last run: { $hosts }
judge-new-host-why = { $recipient } was known before, but not by this host: { $hosts }. It got { judge-contacts }. A new host is often a new function.
judge-new-host-fix = Find out what the recipient does there, and whether what was assessed still holds.
judge-new-host-law = GDPR Article 24 and 32(1)(d): changes have to be noticed.

## new-recipient
judge-new-recipient-title = New recipient since the last run: { $recipient }
judge-new-recipient-why = { $recipient } got { judge-contacts } and had none in the last run. { $listed ->
    [yes] The declaration lists it.
   *[no] The declaration does not list it.
} Hosts: { $hosts }
judge-new-recipient-fix = Find out who added it and why. Assess it and declare it, or remove it.
judge-new-recipient-law = GDPR Article 24, 28, 35 and 44 (decision, contract, assessment and transfer come before the start), 32(1)(d).

## new-script
judge-new-script-title = New scripts of { $recipient } since the last run
judge-new-script-why = { $count ->
    [one] One script of { $recipient } was
   *[other] { $count } scripts of { $recipient } were
} not loaded in the last run: { $scripts }. A script may read everything on the page.
judge-new-script-fix = Find out who added it and why. Assess it and declare its owner, or remove it.
judge-new-script-law = GDPR Article 24, 25 and 32(1)(b) and (d).

## configuration-changed
judge-configuration-changed-title = Setting changed at { $recipient }: { $setting }
judge-configuration-changed-why = Switch: { $setting }, account { $account } at { $recipient }. In the last run: { $before ->
    [on] on
    [off] off
   *[unknown] not known
}. Now: { $served }.
judge-configuration-changed-fix = Ask who changed it and whether it was assessed. { judge-change-at }
judge-configuration-changed-law = GDPR Article 32(1)(d) and 24: changes have to be noticed. IMY-2022-3822 found that no routine did.

## plain-text-where-hash-declared
judge-plain-text-where-hash-declared-title = Promised hashing is missing, to { $recipient }: { $identifier } ({ $role })
judge-plain-text-where-hash-declared-why = The declaration says that identifiers to { $recipient } are hashed. This one was not: { $identifier }. Person: { $role }. { judge-disguise } Keys: { $keys }
judge-plain-text-where-hash-declared-fix = Hash before sending or do not send it; correct the declaration if it is wrong. { judge-change-at }
judge-plain-text-where-hash-declared-law = GDPR Article 32(1)(a) (pseudonymisation), 5(1)(f).

## tracker-alias
judge-tracker-alias-title = { $via ->
    [format] { $host } gets data in the format of { $recipient }
   *[cname] { $recipient } under a name of your own: { $host }
}
judge-tracker-alias-why = { $via ->
    [format] { $host } is a server of the service's own and got hashed, under the keys of { $recipient } ({ $keys }): { $identifiers }. Only { $recipient } has a use for that. The server may pass it on; whether it does cannot be seen from outside.
   *[cname] { $host } looks like a part of the service, but is only another name for { $cname }, which belongs to { $recipient }. Browsers send it the service's own cookies, and the visitor cannot see who is asked.
} { $count ->
    [one] It got one request.
   *[other] It got { $count } requests.
}
judge-tracker-alias-fix = { $via ->
    [format] Find out who runs the server and where it sends what it gets. Stop it, or declare and assess the recipient for these pages.
   *[cname] Take the name out of your DNS, or declare and assess the recipient for these pages; keep session cookies to the host that needs them (without the Domain attribute).
}
judge-tracker-alias-law = GDPR Article 5(1)(a), 13(1)(e), 24 and 32; LEK 9:28 (ePrivacy Article 5(3)); in Finland section 205 of the Act on Electronic Communications Services: the name does not change who needs consent.

## unexplained-recipient
judge-unexplained-recipient-title = { $recipient } is allowed without: { $lacks }
judge-unexplained-recipient-why = The zone “{ $zone }” allows { $recipient }, and it got requests. The declaration does not say: { $lacks }. Role: what the recipient is to the data, controller, joint controller or processor. Purpose: what for. Assessment: where the risk to people was looked at before it started.
judge-unexplained-recipient-fix = Add what is missing to the declaration, have the contract that the role asks for, and assess before you continue.
judge-unexplained-recipient-law = GDPR Article 5(1)(b), 24, 26, 28, 30 and 35.

## unmasked-session-replay
judge-unmasked-session-replay-title = { $seen ->
    [configuration-and-traffic] { $recipient } masks less than it could: { $setting }
    [configuration] { $recipient } may record what is typed: { $setting }
   *[traffic] { $recipient } records typed text: { $identifier } ({ $role })
}
judge-unmasked-session-replay-why = { $seen ->
    [configuration] { $recipient } films visits. Its own configuration for account { $account } says: { $setting } is { $served }. No typed text was seen leaving this time, and no declaration says that this is meant.
    [configuration-and-traffic] { $recipient } films visits. Its own configuration for account { $account } says: { $setting } is { $served }. No declaration says that this is meant, and what was typed was seen in its recordings: findings of their own say what.
    [behaviour] { $recipient } is not in the tables, but does what a recording of the visit does, and received typed text readable: { $identifier }. Person: { $role }. Anybody with access to it can see it.
   *[traffic] { $recipient } films visits and received typed text readable: { $identifier }. Person: { $role }. Anybody with access to the recordings can see it.
}
judge-unmasked-session-replay-fix = Turn masking of all inputs on, and the recording of key strokes off; have existing recordings erased. { judge-change-at }
judge-unmasked-session-replay-law = GDPR Article 5(1)(c), 25(2) and 32; LEK 9:28 (ePrivacy Article 5(3)); in Finland section 205 of the Act on Electronic Communications Services.

//! ## What it does
//! Reports an identifier that belongs to somebody else than the visitor and reached a third party: the patient's number
//! typed by the carer, the friend's address in a gift form, the pupil's name in a teacher's list. Every canary has a
//! role; `user` is the visitor, everyone else is somebody else. A consent dialog cannot cover them: only the visitor
//! saw it. It is silent only where the declaration names the role, `data = ["end-user.phone"]`.
//!
//! ## Why it matters
//! The person is not there, was not informed (GDPR art. 14) and cannot have consented (art. 4(11), 7). In IMY-2022-3822
//! the people concerned were the invited ones, some 90 000, in care, where confidentiality is expected. The visitor's
//! choice under LEK 9:28 (ePrivacy art. 5(3)) does not reach them either.
//!
//! ## Example
//! `udff[ph]` holds the hash of the number typed into `#recipient-phone`, canary role `end-user`.
//!
//! ## Known misses
//! Exploration guesses the role from the words of the field, the headings above it and its form; a field that does not
//! say whose number it wants is taken for the visitor's own. A recorded journey with `{{end-user.phone}}` settles it.

use crate::evidence::Evidence;
use crate::finding::{By, Draft, grouped, weigh};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let other = grouped(evidence, By::Identifier, |s| !s.role.is_empty() && s.role != "user" && !evidence.permits(s));
    let weighed = |draft: Draft| {
        let (severity, reasons) = weigh(evidence, &draft);
        draft.because(severity, &reasons)
    };
    other.into_iter().map(weighed).collect()
}

//! Domain names beyond ASCII, as people write them and as they travel (RFC 5891): Punycode (RFC 3492) label by label.

use unicode_normalization::UnicodeNormalization;

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const PREFIX: &str = "xn--";

/// The steps `idn-ascii` and `idn-unicode` on the domain of an address; none where it says the same.
pub(crate) fn respell(step: &str, address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    let same = if step == "idn-ascii" { domain.is_ascii() } else { !domain.contains(PREFIX) };
    if same {
        return None;
    }
    let label = if step == "idn-ascii" { to_ascii } else { to_unicode };
    let labels: Vec<String> = domain.split('.').map(label).collect::<Option<_>>()?;
    let other = labels.join(".");
    (other != domain).then(|| format!("{local}@{other}"))
}

fn to_ascii(label: &str) -> Option<String> {
    if label.is_ascii() {
        return Some(label.to_owned());
    }
    let label: Vec<u32> = label.nfc().map(u32::from).collect();
    let mut out: Vec<u8> = label.iter().filter(|c| **c < 128).map(|c| *c as u8).collect();
    let basic = out.len() as u32;
    if basic > 0 {
        out.push(b'-');
    }
    let (mut bias, mut delta, mut next, mut done) = (72, 0u32, 128u32, basic);
    while (done as usize) < label.len() {
        let least = *label.iter().filter(|c| **c >= next).min()?;
        delta = delta.checked_add((least - next).checked_mul(done + 1)?)?;
        for c in &label {
            delta += u32::from(*c < least);
            if *c == least {
                write(delta, bias, &mut out);
                bias = adapt(delta, done + 1, done == basic);
                (delta, done) = (0, done + 1);
            }
        }
        (delta, next) = (delta + 1, least + 1);
    }
    Some(PREFIX.to_owned() + std::str::from_utf8(&out).ok()?)
}

fn to_unicode(label: &str) -> Option<String> {
    let Some(rest) = label.strip_prefix(PREFIX) else { return Some(label.to_owned()) };
    let (basic, codes) = rest.rsplit_once('-').unwrap_or(("", rest));
    let mut out: Vec<char> = basic.chars().collect();
    let (mut bias, mut next, mut at) = (72, 128u32, 0u32);
    let mut digits = codes.bytes();
    while digits.len() > 0 {
        let (before, mut weight) = (at, 1u32);
        for k in (1..).map(|n| n * BASE) {
            let digit = value(digits.next()?)?;
            at = at.checked_add(digit.checked_mul(weight)?)?;
            let threshold = threshold(k, bias);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
        }
        let length = out.len() as u32 + 1;
        bias = adapt(at - before, length, before == 0);
        next = next.checked_add(at / length)?;
        at %= length;
        out.insert(at as usize, char::from_u32(next)?);
        at += 1;
    }
    Some(out.into_iter().collect())
}

fn threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(T_MIN, T_MAX)
}

fn write(mut delta: u32, bias: u32, out: &mut Vec<u8>) {
    for k in (1..).map(|n| n * BASE) {
        let threshold = threshold(k, bias);
        if delta < threshold {
            break;
        }
        out.push(sign(threshold + (delta - threshold) % (BASE - threshold)));
        delta = (delta - threshold) / (BASE - threshold);
    }
    out.push(sign(delta));
}

fn sign(digit: u32) -> u8 {
    if digit < 26 { b'a' + digit as u8 } else { b'0' + (digit - 26) as u8 }
}

fn value(sign: u8) -> Option<u32> {
    match sign {
        b'a'..=b'z' => Some(u32::from(sign - b'a')),
        b'0'..=b'9' => Some(u32::from(sign - b'0') + 26),
        _ => None,
    }
}

/// RFC 3492 section 6.1.
fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let delta = if first { delta / 700 } else { delta / 2 };
    let mut delta = delta + delta / points;
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Vectors by Python's codec `punycode`; the last two are samples of RFC 3492 section 7.1.
    #[test]
    fn labels_are_written_both_ways() {
        for (unicode, ascii) in [
            ("blåbär", "xn--blbr-noae"),
            ("räksmörgås", "xn--rksmrgs-5wao1o"),
            ("ö", "xn--nda"),
            ("пример", "xn--e1afmkfd"),
            ("3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"),
            ("ひとつ屋根の下2", "xn--2-u9tlzr9756bt3uc0v"),
        ] {
            assert_eq!(to_ascii(unicode).as_deref(), Some(ascii));
            assert_eq!(to_unicode(ascii).as_deref(), Some(unicode));
        }
    }

    #[test]
    fn what_is_no_such_name_is_none() {
        assert_eq!(respell("idn-ascii", "a@example.com"), None);
        for label in ["xn--", "xn--a", "xn--99999999", "xn--ü", "xn--zzzzzzzzzzz"] {
            let _ = to_unicode(label);
        }
        assert_eq!(to_unicode("xn--99999999999"), None);
    }
}

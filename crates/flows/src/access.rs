//! Who acts, and whether they may. The log keeps an id for ever; the name stands in the list of users, and sealed.

use crate::Trouble;
use facts::{Place, Problem};
use jiff::Timestamp;
use register::{Db, User};
use respond::{Permission, may, roles, roles_that_may};

/// The user by id or by name. In a register without users the first one who acts is made its owner.
pub async fn user(db: &Db, named: &str, now: Timestamp) -> Result<User, Trouble> {
    let users = db.users().await?;
    let named = named.trim();
    if let Some(user) = users.iter().find(|u| u.id == named || u.name.eq_ignore_ascii_case(named)) {
        return Ok(user.clone());
    }
    if !users.is_empty() {
        return Err(stranger(&users));
    }
    let owner = User { id: new_id()?, name: named.to_owned(), role: roles()[0].to_owned(), disabled: false };
    db.put_user(&owner, &owner.id, now).await?;
    Ok(owner)
}

/// Whether the actor may do it. Where no users are named, whoever holds the register may do all.
pub async fn check(db: &Db, actor: &str, needs: Permission) -> Result<(), Trouble> {
    let users = db.users().await?;
    if users.is_empty() {
        return Ok(());
    }
    let Some(user) = users.iter().find(|u| u.id == actor) else { return Err(stranger(&users)) };
    if !user.disabled && may(&user.role, needs) {
        return Ok(());
    }
    let message = format!("the role `{}` does not allow this", user.role);
    Err(Problem::new(Place::source("role"), "role", message).found(&user.role).allowed(&roles_that_may(needs)).into())
}

/// Adds a user, or changes the role or the access of one.
pub async fn put(
    db: &Db,
    actor: &str,
    name: &str,
    role: &str,
    disabled: bool,
    now: Timestamp,
) -> Result<User, Trouble> {
    check(db, actor, Permission::Users).await?;
    if !roles().contains(&role) {
        let problem = Problem::new(Place::source("role"), "role", format!("there is no role `{role}`"));
        return Err(problem.found(role).allowed(&roles()).into());
    }
    let users = db.users().await?;
    let known = users.iter().find(|u| u.id == name || u.name.eq_ignore_ascii_case(name)).cloned();
    let fresh =
        || Ok::<_, Trouble>(User { id: new_id()?, name: name.to_owned(), role: String::new(), disabled: false });
    let user = User { role: role.to_owned(), disabled, ..known.map_or_else(fresh, Ok)? };
    if user.id == actor && (disabled || !may(role, Permission::Users)) {
        let message = "nobody takes the last key from themselves: let another owner do it";
        return Err(Problem::new(Place::source("user"), "own-role", message).into());
    }
    db.put_user(&user, actor, now).await?;
    Ok(user)
}

/// Not made from the name: `u-3f9c…`.
fn new_id() -> Result<String, Trouble> {
    let mut bytes = [0; 5];
    getrandom::fill(&mut bytes).map_err(Trouble::Random)?;
    Ok(format!("u-{}", bytes.map(|b| format!("{b:02x}")).concat()))
}

fn stranger(users: &[User]) -> Trouble {
    let ids: Vec<&str> = users.iter().filter(|u| !u.disabled).map(|u| u.id.as_str()).collect();
    let message = "who acts is no user of this register; an owner adds users";
    Problem::new(Place::source("user"), "user", message).allowed(&ids).into()
}

mod case;
mod cases;
mod deadlines;
mod draft;
mod reading;
mod rules;
mod supervision;
mod words;

mod cases;
mod deadlines;
mod reading;
mod rules;

#![cfg_attr(fuzzing, no_main)]

indicia_fuzz::target!(indicia_fuzz::load);

//! One function a command: reads the request's fields, asks the journal, gives its answer the contract's shape.

pub(crate) mod keeping;
pub(crate) mod log;
pub(crate) mod moments;
pub(crate) mod opening;
pub(crate) mod practice;

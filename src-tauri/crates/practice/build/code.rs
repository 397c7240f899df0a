//! Values of the content as Rust source. Knows no shape by name: the macros of `main.rs` ask it field by field.

/// Something that can be written as a Rust constant.
pub(crate) trait Code {
    /// Appends the expression.
    fn code(&self, out: &mut String);
}

impl Code for String {
    fn code(&self, out: &mut String) {
        // Debug's escapes are those of Rust's literals.
        out.push_str(&format!("{self:?}"));
    }
}

impl Code for bool {
    fn code(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Code for u8 {
    fn code(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

impl<T: Code> Code for Option<T> {
    fn code(&self, out: &mut String) {
        match self {
            Some(value) => {
                out.push_str("Some(");
                value.code(out);
                out.push(')');
            }
            None => out.push_str("None"),
        }
    }
}

impl<T: Code> Code for Vec<T> {
    fn code(&self, out: &mut String) {
        out.push_str("&[");
        for item in self {
            item.code(out);
            out.push_str(", ");
        }
        out.push(']');
    }
}

//! The TypeScript side of the contract, written from the Rust side.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use ts_rs::{Config, TS, TypeVisitor};

/// Collects declarations and commands.
pub(crate) struct Bindings {
    config: Config,
    seen: HashSet<TypeId>,
    types: BTreeMap<String, String>,
    commands: Vec<(String, String, String, String)>,
}

impl Bindings {
    /// The whole of `ui/src/api/gen/wire.ts`.
    pub(crate) fn text() -> String {
        // Numbers stay below 2^53, so a plain `number` holds them.
        let config = Config::new().with_large_int("number");
        let mut all = Self { config, seen: HashSet::new(), types: BTreeMap::new(), commands: Vec::new() };
        crate::commands::describe(&mut all);
        all.add::<crate::Fault>();
        let mut out =
            String::from("// Written by `cargo test -p cairn-wire` from the Rust types; UPDATE=1 rewrites it. Not to be edited.\n\n");
        for declaration in all.types.values() {
            let _ = writeln!(out, "export {declaration}\n");
        }
        out.push_str("export interface Commands {\n");
        for (name, doc, request, reply) in &all.commands {
            let _ = writeln!(out, "  /**{doc} */\n  {name}: [{request}, {reply}];");
        }
        out.push_str("}\n");
        out
    }

    /// A command with the types that it needs.
    pub(crate) fn command<Q: TS + 'static, R: TS + 'static>(&mut self, name: &str, doc: &str) {
        self.add::<Q>();
        self.add::<R>();
        self.commands.push((name.into(), doc.into(), Q::name(&self.config), R::name(&self.config)));
    }

    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            self.types.insert(T::ident(&self.config), T::decl(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Bindings {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

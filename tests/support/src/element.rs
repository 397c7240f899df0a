//! Things in the window: found by what they are for people, or by CSS; clicked, filled, read.

use serde_json::{Value, json};

use crate::{
    wait::{PATIENCE, within},
    webdriver::{Session, WebError, text},
};

/// The W3C's name for a reference to an element.
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Where elements of a role are to be looked for. The driver's own judgement decides afterwards; this only keeps it from
/// being asked about every element. A role that is not here is sought by its attribute.
const CANDIDATES: [(&str, &str); 21] = [
    ("button", "button, summary, input[type=button], input[type=submit]"),
    ("link", "a[href]"),
    ("textbox", "textarea, input:not([type]), input[type=text], input[type=password], input[type=email], [contenteditable]"),
    ("searchbox", "input[type=search]"),
    ("checkbox", "input[type=checkbox]"),
    ("switch", "input[switch]"),
    ("radio", "input[type=radio]"),
    ("slider", "input[type=range]"),
    ("spinbutton", "input[type=number]"),
    ("combobox", "select, input[list]"),
    ("option", "option"),
    ("heading", "h1, h2, h3, h4, h5, h6"),
    ("img", "img, svg"),
    ("list", "ul, ol"),
    ("listitem", "li"),
    ("dialog", "dialog"),
    ("navigation", "nav"),
    ("main", "main"),
    ("region", "section"),
    ("status", "output"),
    ("group", "fieldset, details"),
];

/// Candidates that are shown. Those whose words could make the name come first: most names are then found at the first question.
const GATHER: &str = "
    const [css, name] = arguments;
    const tidy = (s) => (s ?? '').replace(/\\s+/g, ' ').trim();
    const shown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility === 'visible';
    const named = (e) => name === '' || [
        e.getAttribute('aria-label'), e.title, e.placeholder, e.alt, e.textContent,
        ...(e.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
        ...Array.from(e.labels ?? [], (l) => l.textContent),
        ...Array.from(e.querySelectorAll(':scope > legend, :scope > title'), (l) => l.textContent),
    ].some((words) => tidy(words).includes(name));
    const all = Array.from(document.querySelectorAll(css)).filter(shown);
    return [all.filter(named), all.filter((e) => !named(e))];
";

/// Sets what a field holds as typing would, for characters that the driver cannot type.
const FILL: &str = "
    const [field, text] = arguments;
    const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
";

/// Something in the window. It may be gone when it is used: then the driver says `stale element reference`.
#[derive(Debug, Clone)]
pub struct Element {
    session: Session,
    id: String,
}

impl Session {
    /// All elements that a CSS selector names, at once.
    ///
    /// # Errors
    /// What the driver says.
    pub fn all(&self, css: &str) -> Result<Vec<Element>, WebError> {
        Ok(self.elements(&self.post("/elements", &json!({"using": "css selector", "value": css}))?))
    }

    /// The first element that a CSS selector names, as soon as there is one.
    ///
    /// # Panics
    /// When there is none after a while.
    pub fn css(&self, css: &str) -> Element {
        within(PATIENCE, &format!("an element {css}"), || self.all(css).ok()?.into_iter().next())
    }

    /// The element with this role and name, as a screen reader would say them, as soon as there is one.
    ///
    /// # Panics
    /// When there is none after a while; says which names there are.
    pub fn role(&self, role: &str, name: &str) -> Element {
        let end = crate::wait::now() + PATIENCE;
        loop {
            if let Ok(Some(found)) = self.now_role(role, name) {
                return found;
            }
            if crate::wait::now() > end {
                let others: Vec<String> = self.roles(role).unwrap_or_default().into_iter().map(|(_, name)| name).collect();
                panic!("no {role} is called {name:?}. There are: {others:?}");
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
    }

    /// The same, without waiting.
    ///
    /// # Errors
    /// What the driver says.
    pub fn now_role(&self, role: &str, name: &str) -> Result<Option<Element>, WebError> {
        let (likely, others) = self.candidates(role, name)?;
        for element in likely.into_iter().chain(others) {
            if is(role, &element.role()?) && element.name()? == name {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }

    /// All shown elements of a role with their names.
    ///
    /// # Errors
    /// What the driver says.
    pub fn roles(&self, role: &str) -> Result<Vec<(Element, String)>, WebError> {
        let (all, _) = self.candidates(role, "")?;
        let mut named = Vec::new();
        for element in all {
            if is(role, &element.role()?) {
                let name = element.name()?;
                named.push((element, name));
            }
        }
        Ok(named)
    }

    /// The element that a script in the page gives.
    ///
    /// # Errors
    /// What the driver says; `gone` when the script gives no element.
    pub fn pick(&self, body: &str, args: &[Value]) -> Result<Element, WebError> {
        self.element(&self.script(body, args)?).ok_or_else(|| WebError::gone("the script gave no element"))
    }

    /// What has the focus.
    ///
    /// # Errors
    /// `no such element` when nothing has.
    pub fn focused(&self) -> Result<Element, WebError> {
        let value = self.get("/element/active")?;
        self.element(&value).ok_or_else(|| WebError::gone("no element"))
    }

    /// Whether the window shows these words anywhere.
    pub fn shows(&self, words: &str) -> bool {
        let seen = self.script("return document.body.innerText", &[]);
        seen.is_ok_and(|seen| seen.as_str().is_some_and(|seen| seen.contains(words)))
    }

    /// Those whose words could make the name, and the rest.
    fn candidates(&self, role: &str, name: &str) -> Result<(Vec<Element>, Vec<Element>), WebError> {
        let native = CANDIDATES.iter().find(|(known, _)| *known == role).map_or("", |(_, css)| css);
        let css = if native.is_empty() { format!("[role={role}]") } else { format!("[role={role}], {native}") };
        let found = self.script(GATHER, &[json!(css), json!(name)])?;
        Ok((self.elements(&found[0]), self.elements(&found[1])))
    }

    fn elements(&self, list: &Value) -> Vec<Element> {
        list.as_array().into_iter().flatten().filter_map(|value| self.element(value)).collect()
    }

    fn element(&self, value: &Value) -> Option<Element> {
        Some(Element { session: self.clone(), id: value[REFERENCE].as_str()?.to_owned() })
    }
}

impl Element {
    fn get(&self, what: &str) -> Result<Value, WebError> {
        self.session.get(&format!("/element/{}/{what}", self.id))
    }

    /// As an argument of a script.
    pub fn reference(&self) -> Value {
        json!({REFERENCE: self.id})
    }

    /// Scrolls there and clicks its middle.
    ///
    /// # Errors
    /// `element click intercepted` when something lies over it.
    pub fn click(&self) -> Result<(), WebError> {
        self.session.post(&format!("/element/{}/click", self.id), &json!({})).map(drop)
    }

    /// Empties a field.
    ///
    /// # Errors
    /// What the driver says.
    pub fn clear(&self) -> Result<(), WebError> {
        self.session.post(&format!("/element/{}/clear", self.id), &json!({})).map(drop)
    }

    /// Types into it, after what is there. Keys such as Enter: [`crate::chord::key`].
    ///
    /// # Errors
    /// What the driver says.
    pub fn send(&self, keys: &str) -> Result<(), WebError> {
        self.session.post(&format!("/element/{}/value", self.id), &json!({"text": keys})).map(drop)
    }

    /// Makes a field hold this text and nothing else. Types it, unless the driver would lose some of it.
    ///
    /// # Errors
    /// What the driver says.
    pub fn fill(&self, text: &str) -> Result<(), WebError> {
        self.clear()?;
        // Characters outside the first plane are lost in Send Keys, and clearing alone is not told to the page.
        if text.is_empty() || text.chars().any(|c| u32::from(c) > 0xffff) {
            return self.session.script(FILL, &[self.reference(), json!(text)]).map(drop);
        }
        self.send(text)
    }

    /// The words as shown.
    ///
    /// # Errors
    /// What the driver says.
    pub fn text(&self) -> Result<String, WebError> {
        Ok(text(&self.get("text")?))
    }

    /// An attribute of the markup.
    ///
    /// # Errors
    /// What the driver says.
    pub fn attribute(&self, name: &str) -> Result<Option<String>, WebError> {
        Ok(self.get(&format!("attribute/{name}"))?.as_str().map(str::to_owned))
    }

    /// A property of the element, e.g. `value`.
    ///
    /// # Errors
    /// What the driver says.
    pub fn property(&self, name: &str) -> Result<Value, WebError> {
        self.get(&format!("property/{name}"))
    }

    /// What a field holds.
    ///
    /// # Errors
    /// What the driver says.
    pub fn value(&self) -> Result<String, WebError> {
        Ok(text(&self.property("value")?))
    }

    /// Its role for assistive technology, as WebKit says it.
    ///
    /// # Errors
    /// What the driver says.
    pub fn role(&self) -> Result<String, WebError> {
        lenient(self.get("computedrole"))
    }

    /// Its name for assistive technology, white space tidied.
    ///
    /// # Errors
    /// What the driver says.
    pub fn name(&self) -> Result<String, WebError> {
        let name = lenient(self.get("computedlabel"))?;
        Ok(name.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Whether it can be used.
    ///
    /// # Errors
    /// What the driver says.
    pub fn enabled(&self) -> Result<bool, WebError> {
        Ok(self.get("enabled")?.as_bool().unwrap_or(false))
    }

    /// Whether it has the focus.
    ///
    /// # Errors
    /// What the driver says.
    pub fn has_focus(&self) -> Result<bool, WebError> {
        Ok(self.session.script("return document.activeElement === arguments[0]", &[self.reference()])? == json!(true))
    }
}

/// WebKit answers `unknown error` for an element that its accessibility tree leaves out.
fn lenient(answer: Result<Value, WebError>) -> Result<String, WebError> {
    match answer {
        Err(error) if error.code == "unknown error" => Ok(String::new()),
        other => other.map(|value| text(&value)),
    }
}

/// WebKit says `image` where ARIA 1.2 said `img`.
fn is(wanted: &str, said: &str) -> bool {
    wanted == said || (wanted == "img" && said == "image")
}

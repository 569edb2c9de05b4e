//! A value of the model as a tree of RON values: what printing, JSON, differences and forms share.

use std::borrow::Cow;

/// A RON value as the model gives it out; the order of fields is that of the format's description.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Node {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A string, unescaped.
    Text(String),
    /// A bare word such as `Draft`: an enum variant without content.
    Word(Cow<'static, str>),
    /// `[a, b]`.
    List(Vec<Node>),
    /// `(name: value, …)`.
    Struct(Vec<(Cow<'static, str>, Node)>),
    /// `Said("…")`: a variant with one unnamed value.
    Wrapped(Cow<'static, str>, Box<Node>),
    /// `Relative(to: …, offset: …)`: a variant with named fields.
    Variant(Cow<'static, str>, Vec<(Cow<'static, str>, Node)>),
    /// The text of a value that the model does not know, exactly as the file has it.
    Raw(String),
}

impl Node {
    /// The items of a list; none where there is no value, or another.
    #[must_use]
    pub fn items_of(value: Option<&Self>) -> Vec<Self> {
        match value {
            Some(Self::List(items)) => items.clone(),
            _ => Vec::new(),
        }
    }

    /// A list of items; an empty one is absent.
    #[must_use]
    pub fn list_of(items: Vec<Self>) -> Option<Self> {
        (!items.is_empty()).then_some(Self::List(items))
    }
}

/// What can be given out as a [`Node`].
pub trait ToNode {
    /// The value, or `None` where it is absent and so is left out of the file (an empty list, an unset option).
    fn to_node(&self) -> Option<Node>;

    /// Whether it is absent: [`ToNode::to_node`] gives nothing.
    fn is_absent(&self) -> bool {
        false
    }

    /// Gives back the room that a list keeps for growing: there are many short ones, and few grow.
    fn give_back_room(&mut self) {}
}

impl ToNode for bool {
    fn to_node(&self) -> Option<Node> {
        Some(Node::Bool(*self))
    }
}

impl ToNode for u32 {
    fn to_node(&self) -> Option<Node> {
        Some(Node::Integer(i64::from(*self)))
    }
}

impl ToNode for u8 {
    fn to_node(&self) -> Option<Node> {
        Some(Node::Integer(i64::from(*self)))
    }
}

impl ToNode for String {
    fn to_node(&self) -> Option<Node> {
        (!self.is_empty()).then(|| Node::Text(self.clone()))
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: ToNode> ToNode for Option<T> {
    fn to_node(&self) -> Option<Node> {
        self.as_ref().and_then(ToNode::to_node)
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(ToNode::is_absent)
    }

    fn give_back_room(&mut self) {
        self.iter_mut().for_each(ToNode::give_back_room);
    }
}

impl<T: ToNode> ToNode for Vec<T> {
    fn to_node(&self) -> Option<Node> {
        (!self.is_empty()).then(|| Node::List(self.iter().map(list_item).collect()))
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn give_back_room(&mut self) {
        self.shrink_to_fit();
    }
}

/// An item of a list is never left out, or the list would change: an empty text stays an empty text.
fn list_item<T: ToNode>(item: &T) -> Node {
    item.to_node().unwrap_or_else(|| Node::Text(String::new()))
}

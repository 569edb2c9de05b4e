//! Which source file names an item of which other: `use` lists and paths in the code, followed through re-exports to the
//! file that defines the item. A `mod.rs` that only declares and re-exports defines nothing, so nothing leads to it.

use std::collections::{BTreeMap, BTreeSet};

/// A source file: its module path within the crate (`ui::tabs::checks`), and its text.
pub type Sources = Vec<(String, String)>;

/// What one file says.
#[derive(Debug, Default)]
struct File {
    modules: BTreeSet<String>,
    items: BTreeSet<String>,
    /// Names that it imports, and the full path of each. Those within it see them through `super`.
    names: BTreeMap<String, Vec<String>>,
    /// Paths of which it imports all names.
    globs: Vec<Vec<String>>,
    /// Paths in its code.
    paths: BTreeSet<Vec<String>>,
}

/// The files that each file names items of.
pub type Imports = BTreeMap<String, BTreeSet<String>>;

/// Reads all files and follows what they import.
pub fn imports(sources: &Sources) -> Imports {
    let files: BTreeMap<String, File> =
        sources.iter().map(|(module, text)| (module.clone(), File::read(module, &tokens(text)))).collect();
    let graph = Graph { files };
    graph.files.keys().map(|module| (module.clone(), graph.imports_of(module))).collect()
}

/// The circles: files of which each leads to each, by name; the largest first.
pub fn circles(imports: &Imports) -> Vec<Vec<String>> {
    let mut circles: Vec<Vec<String>> = Vec::new();
    let reached: BTreeMap<&String, BTreeSet<&String>> =
        imports.keys().map(|from| (from, reach(imports, from))).collect();
    for from in imports.keys() {
        if circles.iter().any(|circle| circle.contains(from)) {
            continue;
        }
        let leads_back = |to: &&&String| reached.get(**to).is_some_and(|back| back.contains(from));
        let circle: Vec<String> = reached[from].iter().filter(leads_back).map(|file| (*file).clone()).collect();
        if circle.len() > 1 {
            circles.push(circle);
        }
    }
    circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
    circles
}

/// All files that are reached from one by one step or more.
fn reach<'a>(imports: &'a Imports, from: &str) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&String> = imports[from].iter().collect();
    while let Some(file) = next.pop() {
        if reached.insert(file) {
            next.extend(imports.get(file).into_iter().flatten());
        }
    }
    reached
}

struct Graph {
    files: BTreeMap<String, File>,
}

impl Graph {
    fn imports_of(&self, module: &str) -> BTreeSet<String> {
        let file = &self.files[module];
        let mut found = BTreeSet::new();
        for path in file.names.values().chain(&file.paths) {
            self.follow(path, &mut BTreeSet::new(), &mut found);
        }
        for path in &file.globs {
            let target = path.join("::");
            if let Some(of_target) = self.files.get(&target) {
                found.insert(target);
                for path in of_target.names.values() {
                    self.follow(path, &mut BTreeSet::new(), &mut found);
                }
            }
        }
        found.remove(module);
        found
    }

    /// Notes the file that defines what a full path names, where it is one of the crate.
    fn follow(&self, path: &[String], seen: &mut BTreeSet<Vec<String>>, found: &mut BTreeSet<String>) {
        if !seen.insert(path.to_vec()) {
            return;
        }
        let mut module = Vec::new();
        for (place, name) in path.iter().enumerate() {
            let here = module.join("::");
            let Some(file) = self.files.get(&here) else { return };
            let rest = &path[place + 1..];
            if file.items.contains(name) {
                found.insert(here.clone());
            }
            // What a module contains is looked for in it, even where a function of its name is imported.
            let leads_on = rest.is_empty() || !file.modules.contains(name);
            if let Some(target) = file.names.get(name).filter(|_| leads_on) {
                self.follow(&[target.as_slice(), rest].concat(), seen, found);
            }
            for glob in file.globs.iter().filter(|glob| self.files.contains_key(&glob.join("::"))) {
                self.follow(&[glob.as_slice(), &path[place..]].concat(), seen, found);
            }
            if !file.modules.contains(name) {
                return;
            }
            module.push(name.clone());
        }
    }
}

impl File {
    fn read(module: &str, tokens: &[String]) -> Self {
        let own: Vec<String> = module.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let mut file = Self::default();
        let mut at = 0;
        let mut depth = 0_usize;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1).map_or("", String::as_str);
            match token.as_str() {
                "{" => depth += 1,
                "}" => depth = depth.saturating_sub(1),
                "use" => {
                    let end = tokens[at..].iter().position(|token| token == ";").map_or(tokens.len(), |to| at + to);
                    let mut paths = Vec::new();
                    use_tree(&tokens[at + 1..end], &[], &mut paths);
                    for (path, name) in paths {
                        let path = full(&own, &path, &file);
                        match name {
                            Some(name) if depth == 0 => drop(file.names.insert(name, path)),
                            Some(_) => drop(file.paths.insert(path)),
                            None => file.globs.push(path),
                        }
                    }
                    at = end;
                }
                "mod" if depth == 0 => drop(file.modules.insert(next.to_owned())),
                "struct" | "enum" | "trait" | "type" | "fn" | "const" | "static" | "union" | "macro_rules"
                    if depth == 0 =>
                {
                    let name = tokens[at + 1..].iter().find(|token| is_name(token) && *token != "fn");
                    file.items.extend(name.cloned());
                }
                name if is_name(name) && next == "::" && (at == 0 || tokens[at - 1] != "::") => {
                    let mut path = vec![name.to_owned()];
                    while tokens.get(at + 1).is_some_and(|token| token == "::")
                        && tokens.get(at + 2).is_some_and(|token| is_name(token))
                    {
                        path.push(tokens[at + 2].clone());
                        at += 2;
                    }
                    file.paths.insert(path);
                }
                _ => {}
            }
            at += 1;
        }
        // Which names are modules or imported is known at the end of the file alone.
        file.paths = std::mem::take(&mut file.paths).into_iter().map(|path| full(&own, &path, &file)).collect();
        file
    }
}

/// A path as written in a module, from the root of the crate; one that begins outside of it stays.
fn full(own: &[String], path: &[String], file: &File) -> Vec<String> {
    let mut base: Vec<String> = own.to_vec();
    let mut rest = path;
    match rest.first().map(String::as_str) {
        Some("crate") => {
            base.clear();
            rest = &rest[1..];
        }
        Some("self") => rest = &rest[1..],
        Some("super") => {}
        Some(first) if file.modules.contains(first) || file.items.contains(first) => {}
        Some(first) => match file.names.get(first) {
            Some(target) => {
                base.clone_from(target);
                rest = &rest[1..];
            }
            None => return path.to_vec(),
        },
        None => {}
    }
    while rest.first().is_some_and(|name| name == "super") {
        base.pop();
        rest = &rest[1..];
    }
    base.extend(rest.iter().cloned());
    base
}

/// The paths of a `use` tree, each with the name that it gives; `None` for all names.
fn use_tree(tokens: &[String], before: &[String], paths: &mut Vec<(Vec<String>, Option<String>)>) {
    let mut path = before.to_vec();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token.as_str() {
            "::" => {}
            "*" => return paths.push((path, None)),
            "{" => {
                let mut depth = 0;
                let mut from = at + 1;
                for (place, token) in tokens.iter().enumerate().skip(at) {
                    match token.as_str() {
                        "{" => depth += 1,
                        "}" => depth -= 1,
                        _ => {}
                    }
                    if depth == 0 || depth == 1 && token == "," {
                        if from < place {
                            use_tree(&tokens[from..place], &path, paths);
                        }
                        from = place + 1;
                    }
                    if depth == 0 {
                        return;
                    }
                }
                return;
            }
            "as" => {
                let name = tokens.get(at + 1).cloned();
                return paths.push((path, name));
            }
            "self" if !path.is_empty() => {}
            name => path.push(name.to_owned()),
        }
        at += 1;
    }
    let name = path.last().cloned();
    paths.push((path, name));
}

fn is_name(token: &str) -> bool {
    token.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Names and signs of Rust text, without comments, strings, and what is compiled for tests alone.
fn tokens(text: &str) -> Vec<String> {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => string_length(rest),
            'r' if rest.starts_with("r\"") || rest.starts_with("r#\"") => raw_string_length(rest),
            '\'' => char_length(rest),
            _ if first.is_alphanumeric() || first == '_' => {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
                tokens.push(rest[..end].to_owned());
                end
            }
            ':' if rest.starts_with("::") => {
                tokens.push("::".to_owned());
                2
            }
            _ => {
                if !first.is_whitespace() {
                    tokens.push(first.to_string());
                }
                first.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    tokens
}

fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !is_escaped => return at + 1,
            _ => is_escaped = c == '\\' && !is_escaped,
        }
    }
    text.len()
}

fn raw_string_length(text: &str) -> usize {
    let hashes = text[1..].chars().take_while(|c| *c == '#').count();
    let end = format!("\"{}", "#".repeat(hashes));
    let from = 2 + hashes;
    text[from..].find(&end).map_or(text.len(), |at| from + at + end.len())
}

/// The length of a character in quotes; that of the sign alone where a lifetime begins.
fn char_length(text: &str) -> usize {
    let inner = &text[1..];
    if inner.starts_with('\\') {
        return inner[2..].find('\'').map_or(1, |at| at + 4);
    }
    let mut chars = inner.chars();
    match (chars.next(), chars.next()) {
        (Some(c), Some('\'')) => c.len_utf8() + 2,
        _ => 1,
    }
}

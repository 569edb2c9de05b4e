//! A save that is killed at any instant leaves the whole old file or the whole new one.

#![expect(clippy::disallowed_methods, reason = "the test makes and reads the file that the program changes")]

mod command;

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

const KILLS: u32 = 200;

#[test]
fn a_killed_save_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::write(&path, dateline::store::SAMPLE).unwrap();
    let place = |value: &str| {
        let mut command = command::dateline();
        command.arg("set").arg(&path).args(["v-li.place", &format!("\"{value}\"")]).stderr(Stdio::null());
        command
    };
    // How long a whole run takes here, so that the kills fall anywhere in it.
    let begun = Instant::now();
    assert!(place("Novi Sad").status().unwrap().success());
    let whole = begun.elapsed();
    let new = fs::read_to_string(&path).unwrap();
    assert!(place("Belgrade").status().unwrap().success());
    let old = fs::read_to_string(&path).unwrap();
    assert_ne!(old, new);
    let (mut was_old, mut was_new) = (0, 0);
    for kill in 0..KILLS {
        fs::write(&path, &old).unwrap();
        let mut child = place("Novi Sad").spawn().unwrap();
        let after = whole * (kill * 7 % KILLS) / KILLS + Duration::from_micros(u64::from(kill));
        let begun = Instant::now();
        while begun.elapsed() < after {
            std::hint::spin_loop();
        }
        // It may have ended by itself.
        drop(child.kill());
        child.wait().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text == old || text == new, "the file is torn after {after:?}: {} bytes", text.len());
        if text == old { was_old += 1 } else { was_new += 1 }
    }
    println!("of {KILLS} killed saves {was_old} left the old file and {was_new} the new one, whole");
    let left = fs::read_dir(folder.path()).unwrap().count() - 1;
    fs::write(&path, &old).unwrap();
    assert!(place("Novi Sad").status().unwrap().success());
    let now = fs::read_dir(folder.path()).unwrap().count() - 1;
    assert!(now <= left, "a save leaves no temporary file of its own");
}

//! What kind of place a folder is: how far its disk can be trusted to keep order and be ours alone.
//!
//! A guess from the file system and from the names of sync clients' folders. Must never hold: what
//! follows from it for the database (that is `store`'s).

use std::path::{Path, PathBuf};

/// A kind of place. Everything but [`FolderKind::LocalDisk`] is to be treated with the more careful of two ways.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FolderKind {
    /// A file system of this machine that keeps its word about fsync and locks.
    LocalDisk,
    /// A file system of sticks and cards (FAT, exFAT).
    Removable,
    /// A disk of another machine.
    Network,
    /// A folder that a sync client copies elsewhere behind our back.
    Synced,
    /// Not known (other systems than Linux, FUSE, rare file systems).
    Unknown,
}

/// Looks at the folder, or at the nearest one above it that exists.
#[must_use]
pub fn folder_kind(path: &Path) -> FolderKind {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = path.ancestors().find(|above| above.exists()).unwrap_or(&path);
    let real = std::fs::canonicalize(there).unwrap_or_else(|_| there.to_owned());
    decide(magic(&real), &[path, real])
}

#[cfg(target_os = "linux")]
fn magic(path: &Path) -> Option<u32> {
    // The kernel's magic numbers have 32 bits; the field's width and sign differ by machine.
    rustix::fs::statfs(path).ok().map(|found| found.f_type as u32)
}

#[cfg(not(target_os = "linux"))]
fn magic(_: &Path) -> Option<u32> {
    None
}

/// Decides from the file system's magic number (statfs(2), linux/magic.h) and the names on the way.
fn decide(magic: Option<u32>, paths: &[PathBuf]) -> FolderKind {
    if paths.iter().flat_map(|path| path.components()).any(|part| is_synced(&part.as_os_str().to_string_lossy())) {
        return FolderKind::Synced;
    }
    match magic {
        // ext2–4, xfs, btrfs, f2fs, zfs, bcachefs, jfs, nilfs, overlay, tmpfs, ramfs
        Some(
            0xEF53 | 0x5846_5342 | 0x9123_683E | 0xF2F5_2010 | 0x2FC1_2FC1 | 0xCA45_1A4E | 0x3153_464A | 0x3434 | 0x794C_7630 | 0x0102_1994
            | 0x8584_58F6,
        ) => FolderKind::LocalDisk,
        // vfat, exfat
        Some(0x4D44 | 0x2011_BAB0) => FolderKind::Removable,
        // nfs, smb, cifs, smb2, 9p (also Windows drives under WSL), afs, coda, ceph
        Some(0x6969 | 0x517B | 0xFF53_4D42 | 0xFE53_4D42 | 0x0102_1997 | 0x5346_414F | 0x7375_7245 | 0x00C3_6400) => FolderKind::Network,
        // FUSE may be anything from a local disk to a cloud.
        _ => FolderKind::Unknown,
    }
}

/// True for the name of a sync client's folder, alone or with an account after a space (`OneDrive - Contoso`).
fn is_synced(name: &str) -> bool {
    const CLIENTS: [&str; 22] = [
        "onedrive",
        "dropbox",
        "google drive",
        "googledrive",
        "my drive",
        "icloud drive",
        "iclouddrive",
        "mobile documents",
        "com~apple~clouddocs",
        "cloudstorage",
        "nextcloud",
        "owncloud",
        "pcloud",
        "pclouddrive",
        "box sync",
        "megasync",
        "seafile",
        "syncthing",
        "tresorit",
        "proton drive",
        "yandex.disk",
        "sync.com",
    ];
    let name = name.to_lowercase();
    CLIENTS.iter().any(|client| name.strip_prefix(client).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '('])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(magic: u32, path: &str, expected: FolderKind) {
        assert_eq!(decide(Some(magic), &[path.into()]), expected, "{magic:x} {path}");
    }

    #[test]
    fn file_system_and_names_decide() {
        const HOME: &str = "/home/ada/.local/share/cairn";
        const EXT4: u32 = 0xEF53;
        for magic in [EXT4, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x2FC1_2FC1, 0x794C_7630, 0x0102_1994] {
            check(magic, HOME, FolderKind::LocalDisk);
        }
        for magic in [0x6969, 0xFF53_4D42, 0xFE53_4D42, 0x517B, 0x0102_1997] {
            check(magic, HOME, FolderKind::Network);
        }
        check(0x6573_5546, HOME, FolderKind::Unknown);
        check(0x4D44, "/media/ada/STICK/cairn", FolderKind::Removable);
        check(0xDEAD_BEEF, HOME, FolderKind::Unknown);
        check(EXT4, "/home/ada/Dropbox/cairn", FolderKind::Synced);
        check(EXT4, "/home/ada/Dropbox (Personal)/cairn", FolderKind::Synced);
        check(EXT4, "/mnt/c/Users/ada/OneDrive - Contoso/Documents", FolderKind::Synced);
        check(EXT4, "/home/ada/Nextcloud", FolderKind::Synced);
        check(EXT4, "/home/ada/Google Drive/x", FolderKind::Synced);
        check(EXT4, "/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/x", FolderKind::Synced);
        check(EXT4, "/home/ada/pCloudDrive/x", FolderKind::Synced);
        check(0x6573_5546, "/home/ada/pCloudDrive/x", FolderKind::Synced);
        check(EXT4, "/home/ada/code/dropboxes", FolderKind::LocalDisk);
        assert_eq!(decide(None, &[HOME.into()]), FolderKind::Unknown);
    }

    #[test]
    fn a_folder_that_is_not_there_yet_is_judged_by_the_one_above() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(folder_kind(&dir.path().join("a/b/c")), folder_kind(dir.path()));
        assert_eq!(folder_kind(&dir.path().join("Dropbox/c")), FolderKind::Synced);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_into_a_synced_folder_is_synced() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("OneDrive")).unwrap();
        std::os::unix::fs::symlink(dir.path().join("OneDrive"), dir.path().join("plain")).unwrap();
        assert_eq!(folder_kind(&dir.path().join("plain/cairn")), FolderKind::Synced);
    }
}

//! File systems that do not report what other machines or programs change in them.

use std::path::Path;

/// The types that `statfs` gives on Linux.
#[cfg(any(target_os = "linux", target_os = "android"))]
const SILENT: [u32; 17] = [
    0x0000_6969, // NFS
    0x0000_517b, // SMB
    0xff53_4d42, // CIFS
    0xfe53_4d42, // SMB2
    0x6573_5546, // FUSE
    0x0102_1997, // 9p
    0x786f_4256, // vboxsf
    0xbacb_acbc, // vmhgfs
    0x5346_414f, // OpenAFS
    0x6b41_4653, // AFS
    0x7375_7245, // Coda
    0x00c3_6400, // Ceph
    0x0000_564c, // NCP
    0x0116_1970, // GFS2
    0x7461_636f, // OCFS2
    0x0bd0_0bd0, // Lustre
    0x4750_4653, // GPFS
];

/// Whether changes in a folder may happen without a report.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(super) fn is_silent(folder: &Path) -> bool {
    // The type is wider on some machines, and signed on others.
    let kind = rustix::fs::statfs(folder).map(|found| i128::from(found.f_type) & 0xffff_ffff);
    kind.is_ok_and(|kind| SILENT.iter().any(|silent| i128::from(*silent) == kind))
}

/// Elsewhere the watcher is relied on.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(super) fn is_silent(_: &Path) -> bool {
    false
}

/// Why the vault did not do what was asked. No case carries a key, a value or a part of either.
public enum VaultError: Error, Hashable, Sendable {
    /// No key file at the path.
    case keyFileMissing(path: String)
    /// A key file is there already and is never overwritten by `KeyRing.create(at:)`.
    case keyFileExists(path: String)
    /// Others than the owner may read the key file, or more than the owner may write it. `mode` holds the permission bits.
    case keyFileOpenToOthers(path: String, mode: UInt32)
    /// The system refused to read or write the key file.
    case keyFileFailed(path: String, errno: Int32)
    /// The key file cannot be understood at this line, counted from 1; line 0 stands for something that the file lacks.
    case keyFileMalformed(path: String, line: Int)
    /// The ring has no key of this number for this use.
    case keyUnknown(use: KeyUse, id: UInt32)
    /// A key that seals today cannot be taken out of the ring.
    case keyActive(use: KeyUse, id: UInt32)
    /// The bytes are no ciphertext of this vault: too short, or of an algorithm that it does not know.
    case notSealed
    /// The ciphertext was altered, or belongs to another record, field or row.
    case sealAltered
    /// The plaintext is not UTF-8 where text was asked for.
    case notText
    /// The key of the record was destroyed; its values cannot come back.
    case recordKeyDestroyed
    /// The value in the side table is not the one that the log committed to.
    case commitmentDiffers
}

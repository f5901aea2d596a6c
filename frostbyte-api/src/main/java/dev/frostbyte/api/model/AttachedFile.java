package dev.frostbyte.api.model;

/**
 * A file that lies in a document, as its canonical document names it: where the file is taken, it
 * is the document whose bytes have this hash. Immutable.
 *
 * @param name as written in the document, on one line; may be empty
 * @param type the media type that the document declares for it, as written; may be empty
 * @param page where it hangs, from 1; 0 when unknown
 * @param size bytes
 * @param source SHA-256 of its bytes
 */
public record AttachedFile(
    UntrustedText name, UntrustedText type, int page, long size, ContentHash source) {}

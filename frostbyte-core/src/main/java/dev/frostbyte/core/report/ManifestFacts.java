package dev.frostbyte.core.report;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.UntrustedText;

/**
 * What is known of the manifest a batch came with; its texts are the sender's. Immutable.
 *
 * @param name of its file
 * @param sha256 of its bytes
 * @param vendor who sends, {@code vendor_name} of the manifest; may be empty
 * @param submitter {@code submitter} of the manifest; may be empty
 */
public record ManifestFacts(
    UntrustedText name, ContentHash sha256, UntrustedText vendor, UntrustedText submitter) {}

package dev.frostbyte.api.model;

/**
 * Every code a caller can meet. Names are stable; each has a remedy a person who is no engineer can
 * follow.
 */
public enum ProblemCode {
  /** Zero bytes. */
  FILE_EMPTY("Send the file again; the copy that arrived has no content."),
  /** Named by the manifest, not there. */
  FILE_MISSING("Put the file where it was named, or take it off the list, and submit again."),
  /** Cannot be read from disk. */
  FILE_UNREADABLE("Check the permissions and the disk of the folder, then submit again."),
  /** Broken structure. */
  FILE_CORRUPTED("Open the file in its own program, save it anew and submit that copy."),
  /** Needs a password. */
  FILE_ENCRYPTED("Remove the password protection and submit the file again."),
  /** Type not on the allow list. */
  UNSUPPORTED_FORMAT("Convert the file to one of the allowed types and submit it again."),
  /** Content and name or manifest disagree. */
  TYPE_MISMATCH(
      "Give the file the extension and the declared type that its content has, then submit it"
          + " again."),
  /** More bytes than allowed. */
  SIZE_EXCEEDED("Split the file, or ask the operator to raise the tenant's size limit."),
  /** An attachment is the file it lies in. */
  CONTAINS_ITSELF("Nothing needs to be sent again; if you did not expect it, tell the sender."),
  /** Bytes differ from the manifest. */
  CHECKSUM_MISMATCH("Compute the SHA-256 again, correct the manifest and submit the file again."),
  /** Manifest unreadable or incomplete. */
  MANIFEST_INVALID("Correct the manifest at the place named and submit the batch again."),
  /** Counts disagree. */
  MANIFEST_FILE_COUNT_MISMATCH(
      "Make file_count equal the number of entries in files and submit again."),
  /** Two entries share a file id. */
  DUPLICATE_FILE_ID("Give every file of the batch its own file_id and submit again."),
  /** More files than allowed. */
  BATCH_TOO_LARGE("Split the batch and submit the parts."),
  /** Parsed, but nothing to read. */
  NO_TEXT("If it is a scan, submit a version with a text layer."),
  /** A counted budget was reached. */
  LIMIT_EXCEEDED("Split the document, or ask the operator to raise the limit named."),
  /** The parser gave up. */
  PARSER_ERROR(
      "Save the document anew in its own program; if it fails again, send the code to support."),
  /** The deadline passed. */
  PARSER_TIMEOUT("Split or simplify the document, or ask the operator to raise the deadline."),
  /** The parser ran out of memory. */
  PARSER_OUT_OF_MEMORY(
      "Split or simplify the document, or ask the operator to raise the parser's memory."),
  /** The parser process died. */
  PARSER_CRASHED(
      "Save the document anew in its own program; if it fails again, send the code to support."),
  /** Instructions to a machine. */
  INJECTION_DETECTED(
      "Ask the author to remove the text that addresses a machine, then submit the new version."),
  /** Known malware. */
  MALWARE_DETECTED(
      "Do not open the file; tell whoever is responsible for security, clean the machine it came"
          + " from, and submit a clean copy."),
  /** No malware scanner answered for all of it. */
  SCANNER_UNAVAILABLE(
      "Ask the operator to check the malware scanner and its limits, then submit the file again;"
          + " nothing is taken unscanned."),
  /** Personal data that policy blocks. */
  PII_BLOCKED(
      "Remove the personal data of the types named, or ask the operator about the tenant's"
          + " policy."),
  /** An inspector did not answer. */
  INSPECTION_FAILED("Submit the file again later; nothing was stored unchecked."),
  /** A person must decide. */
  REVIEW_REQUIRED("A reviewer must decide; nothing needs to be sent again."),
  /** A reviewer said no. */
  REVIEW_REJECTED("Submit a corrected version, or ask the reviewer for the reason."),
  /** Nobody decided in time. */
  REVIEW_TIMED_OUT("Ask for a release, or submit the file again in another version."),
  /** No decision is open. */
  REVIEW_NOT_OPEN("List what waits for review; the document may have been decided on already."),
  /** What was looked at is not what is there now. */
  REVIEW_TOKEN_STALE(
      "Look at the document's findings again and decide with the token shown there."),
  /** Approved too long ago. */
  APPROVAL_EXPIRED(
      "Look at the document again and approve it anew; then let another person release it."),
  /** Nobody asked to see this, or it was decided, read or too long ago. */
  REVEAL_NOT_OPEN("List the requests that stand; ask again and let another person allow it."),
  /** The same person twice. */
  SECOND_PERSON_REQUIRED("Let another person than the one who took the first step take this one."),
  /** No vector could be made. */
  EMBEDDING_FAILED("Submit the file again later; if it fails again, send the code to support."),
  /** A store refused. */
  STORAGE_FAILED("Check disk space and permissions of the home, then submit again."),
  /** The audit journal refused. */
  AUDIT_UNAVAILABLE(
      "Check the disk of the audit journal; open the tenant again and submit the rest."),
  /** A witness's or time stamper's answer does not verify. */
  EVIDENCE_REFUSED(
      "Ask the witness or the time stamping service for its key; do not use this answer."),
  /** No consent to send to this host. */
  EGRESS_NOT_CONSENTED(
      "If bytes may leave this machine for the host named, allow it in the egress policy; a"
          + " tenant's own documents need that tenant's consent as well."),
  /** The other side could not be reached or answered too much. */
  EGRESS_FAILED("Check the network and the address, then try again; nothing is lost."),
  /** The run was stopped. */
  CANCELLED("Start the run again; finished documents are not processed twice."),
  /** The tenant does not exist. */
  TENANT_UNKNOWN("Create the tenant first, or check its name."),
  /** The name is taken. */
  TENANT_ALREADY_EXISTS("Choose another name, or use the tenant that exists."),
  /** Another process holds the tenant. */
  TENANT_BUSY("Wait until the other process has closed the tenant, then try again."),
  /** No such document. */
  DOCUMENT_NOT_FOUND("Check the document id; it may have been erased."),
  /** No such batch. */
  BATCH_NOT_FOUND("Check the batch id."),
  /** A value the operation does not take. */
  INVALID_ARGUMENT("Correct the value named."),
  /** Key or value of a configuration. */
  CONFIGURATION_INVALID("Correct the key named; the message lists what is known."),
  /** No plugin of this name. */
  PLUGIN_UNKNOWN(
      "Add the jar of the plugin, or correct the name; the message lists what is there."),
  /** Two plugins claim one thing. */
  PLUGIN_CONFLICT("Remove one of the two jars, or name one of them in the configuration."),
  /** Written for another SPI. */
  PLUGIN_INCOMPATIBLE("Use a version of the plugin made for this version of Frostbyte."),
  /** Not on the allow list. */
  PLUGIN_NOT_ALLOWED("Add name and SHA-256 of the jar to the allow list, or remove the jar."),
  /** Vectors of another model. */
  SPACE_MISMATCH(
      "Use the model the documents were embedded with; vectors of two models cannot be compared."),
  /** Evidence or seal does not verify. */
  INTEGRITY_BROKEN("Stop using this home, keep a copy, and restore from a backup that verifies."),
  /** The key provider does not have the keys the home was made with. */
  KEYS_MISSING("Name the key file this home was made with; without it nothing in the home opens."),
  /** The key file is damaged or none. */
  KEYS_DAMAGED(
      "Put the key file's own backup in its place; without its keys nothing in the home opens."),
  /** Written by a newer version. */
  FORMAT_TOO_NEW("Use a version of Frostbyte at least as new as the one that wrote this home."),
  /** A bug. */
  INTERNAL_ERROR("Send the code and the time to support; the bytes are kept.");

  private final String remedy;

  ProblemCode(String remedy) {
    this.remedy = remedy;
  }

  /** What to do about it, one or two sentences. */
  public String remedy() {
    return remedy;
  }
}

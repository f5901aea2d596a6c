package dev.frostbyte.api.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every kind of audit event: each change of state has its type, whoever makes it. Effects have an
 * intent before and an outcome after; an outcome names the intents it {@link #closes} in {@link
 * AuditEvent#previous}. Immutable.
 */
public enum EventType {
  /** A log was sealed; the deployment's log binds its size and root. */
  LOG_SEALED,
  /** The key that signs logs was changed; the old key vouches for the new one. */
  LOG_KEY_ROTATED,
  /** A tenant will be made. */
  TENANT_REQUESTED,
  /** A tenant exists. */
  TENANT_CREATED,
  /** Resources of a tenant will be made. */
  TENANT_PROVISION_STARTED,
  /** Resources of a tenant are there. */
  TENANT_PROVISIONED,
  /** Resources of a tenant could not be made. */
  TENANT_PROVISION_FAILED,
  /** Making the resources of a tenant is tried again. */
  TENANT_PROVISION_RETRY,
  /** A tenant's configuration was changed. */
  TENANT_CONFIG_UPDATED,
  /** A tenant was suspended. */
  TENANT_SUSPENDED,
  /** A suspended tenant is active again. */
  TENANT_RESUMED,
  /** A tenant will be taken down. */
  TENANT_DEPROVISION_STARTED,
  /** A tenant is taken down. */
  TENANT_DEPROVISIONED,
  /** A tenant could not be taken down wholly. */
  TENANT_DEPROVISION_FAILED,
  /** A tenant that could not be made was given up. */
  TENANT_ABANDONED,
  /** A caller opened a tenant. */
  SESSION_OPENED,
  /** A caller was refused. */
  ACCESS_DENIED,
  /** It was tried to reach one tenant from another. */
  ISOLATION_CHECKED,
  /** What gates let pass was changed. */
  POLICY_CHANGED,
  /** A tenant's key will be unwrapped. */
  KEY_USED,
  /** A tenant's key was wrapped anew or replaced. */
  KEY_ROTATED,
  /** Keys were destroyed: a document's, or a tenant's. */
  KEY_DESTROYED,
  /** A batch was handed in. */
  BATCH_RECEIVED,
  /** Every file of a batch has its outcome. */
  BATCH_COMPLETED,
  /** Bytes will be stored. */
  DOCUMENT_PUT_REQUESTED,
  /** Bytes are stored, sealed. */
  DOCUMENT_INGESTED,
  /** A file was not taken. */
  DOCUMENT_REJECTED,
  /** A file was taken but could not be processed. */
  DOCUMENT_FAILED,
  /** A document is kept sealed because of what is in it. */
  DOCUMENT_QUARANTINED,
  /** A document waits for a person. */
  DOCUMENT_HELD,
  /** A file was handed in again and nothing changed. */
  DOCUMENT_UNCHANGED,
  /** A parser ran. */
  DOCUMENT_PARSED,
  /** A parser gave up. */
  DOCUMENT_PARSE_FAILED,
  /** A part of a document was left out. */
  CONTENT_DROPPED,
  /** The gates ran. */
  POLICY_EVALUATED,
  /** A gate let a document pass. */
  POLICY_GATE_PASSED,
  /** A gate stopped a document, or could not judge it. */
  POLICY_GATE_FAILED,
  /** Personal data was found in a document. */
  PII_DETECTED,
  /** Vectors were made. */
  DOCUMENT_EMBEDDED,
  /** Vectors could not be made. */
  EMBEDDING_FAILED,
  /** A document will be published. */
  PUBLISH_REQUESTED,
  /** A document is published; binds the bundle's hash and generation. */
  DOCUMENT_PUBLISHED,
  /** Rows and index hold a published document. */
  INDEX_WRITTEN,
  /** A search was answered. */
  RETRIEVAL_EXECUTED,
  /** An answer was generated from passages. */
  GENERATION_EXECUTED,
  /** A document will be erased. */
  ERASURE_REQUESTED,
  /** A document's bytes are gone from every store. */
  PHYSICALLY_REMOVED,
  /** Somebody asked to see what was redacted or hidden. */
  REVEAL_ASKED,
  /** Another person decided whether somebody may see what was redacted or hidden. */
  REVEAL_DECIDED,
  /** Somebody will see what was redacted or hidden. */
  REVEAL_REQUESTED,
  /** Somebody saw what was redacted or hidden. */
  REVEAL_MADE,
  /** A person decided about a document that was held or quarantined. */
  REVIEW_DECIDED,
  /** A quarantined document will be released. */
  RELEASE_REQUESTED,
  /** A quarantined document was released by a person. */
  DOCUMENT_RELEASED,
  /** Evidence will be exported. */
  EXPORT_REQUESTED,
  /** Evidence was exported. */
  EXPORT_MADE,
  /** Bytes will leave for another host. */
  EGRESS_REQUESTED,
  /** Bytes left for another host, which answered. */
  EGRESS_COMPLETED,
  /** Bytes may have left for another host, which did not answer. */
  EGRESS_FAILED,
  /** Projections were thrown away and made again. */
  PROJECTIONS_REBUILT,
  /** What an interrupted put left behind was removed. */
  OBJECTS_SWEPT,
  /** Malware scanners looked at a file, or could not. */
  DOCUMENT_SCANNED,
  /** Every file that lay in a published document has its outcome. */
  ATTACHMENTS_TAKEN;

  private static final Map<String, EventType> BY_WIRE_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::wireName, type -> type));

  private final String wireName;

  EventType() {
    String name = name().toLowerCase(Locale.ROOT);
    int verb = name.indexOf('_');
    this.wireName =
        "io.frostbyte." + name.substring(0, verb) + "." + name.substring(verb + 1) + ".v1";
  }

  /** CloudEvents type, such as {@code io.frostbyte.document.published.v1}. */
  public String wireName() {
    return wireName;
  }

  /**
   * The type of a wire name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static EventType ofWireName(String wireName) {
    EventType type = BY_WIRE_NAME.get(wireName);
    if (type == null) {
      throw new IllegalArgumentException(
          "no event type has this wire name; the log may be of a newer version");
    }
    return type;
  }

  /** Whether an effect follows that an outcome must close. */
  public boolean isIntent() {
    return switch (this) {
      case TENANT_REQUESTED,
          TENANT_PROVISION_STARTED,
          TENANT_DEPROVISION_STARTED,
          DOCUMENT_PUT_REQUESTED,
          PUBLISH_REQUESTED,
          ERASURE_REQUESTED,
          REVEAL_REQUESTED,
          RELEASE_REQUESTED,
          EXPORT_REQUESTED,
          EGRESS_REQUESTED ->
          true;
      default -> false;
    };
  }

  /**
   * Whether an event of this type that names such an intent says how it ended. An intent that no
   * event closes is open: its effect was interrupted, or is under way.
   */
  public boolean closes(EventType intent) {
    return switch (intent) {
      case TENANT_REQUESTED -> this == TENANT_CREATED;
      case TENANT_PROVISION_STARTED ->
          this == TENANT_PROVISIONED || this == TENANT_PROVISION_FAILED;
      case TENANT_DEPROVISION_STARTED ->
          this == TENANT_DEPROVISIONED || this == TENANT_DEPROVISION_FAILED;
      case DOCUMENT_PUT_REQUESTED -> this == DOCUMENT_INGESTED || this == OBJECTS_SWEPT;
      case PUBLISH_REQUESTED -> endsAPublication();
      case ERASURE_REQUESTED -> this == PHYSICALLY_REMOVED;
      case REVEAL_REQUESTED -> this == REVEAL_MADE;
      case RELEASE_REQUESTED -> endsARelease();
      case EXPORT_REQUESTED -> this == EXPORT_MADE;
      case EGRESS_REQUESTED -> this == EGRESS_COMPLETED || this == EGRESS_FAILED;
      default -> false;
    };
  }

  /** A release ends with the document released, stopped by the gates once more, or not at all. */
  private boolean endsARelease() {
    return switch (this) {
      case DOCUMENT_RELEASED, DOCUMENT_QUARANTINED, DOCUMENT_HELD, OBJECTS_SWEPT -> true;
      default -> false;
    };
  }

  private boolean endsAPublication() {
    return switch (this) {
      case DOCUMENT_PUBLISHED,
          DOCUMENT_QUARANTINED,
          DOCUMENT_HELD,
          DOCUMENT_FAILED,
          OBJECTS_SWEPT ->
          true;
      default -> false;
    };
  }
}

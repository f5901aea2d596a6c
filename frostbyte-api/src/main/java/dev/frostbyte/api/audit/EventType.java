package dev.frostbyte.api.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every kind of audit event. Effects have an intent ({@code …_REQUESTED}) before and an outcome
 * after.
 */
public enum EventType {
  /** A deployment's log begins. */
  LOG_OPENED,
  /** A tenant will be made. */
  TENANT_REQUESTED,
  /** A tenant exists. */
  TENANT_CREATED,
  /** A caller opened a tenant. */
  SESSION_OPENED,
  /** A caller was refused. */
  ACCESS_DENIED,
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
  /** The gates ran. */
  POLICY_EVALUATED,
  /** Vectors were made. */
  DOCUMENT_EMBEDDED,
  /** A document will be published. */
  PUBLISH_REQUESTED,
  /** A document is published; binds the bundle's hash and generation. */
  DOCUMENT_PUBLISHED,
  /** A search was answered. */
  RETRIEVAL_EXECUTED,
  /** A document will be erased. */
  ERASURE_REQUESTED,
  /** A document's keys are destroyed. */
  KEY_DESTROYED,
  /** A document's bytes are gone from every store. */
  PHYSICALLY_REMOVED,
  /** Projections were thrown away and made again. */
  PROJECTIONS_REBUILT,
  /** What an interrupted put left behind was removed. */
  OBJECTS_SWEPT,
  /** Evidence will be exported. */
  EXPORT_REQUESTED,
  /** Evidence was exported. */
  EXPORT_MADE;

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
}

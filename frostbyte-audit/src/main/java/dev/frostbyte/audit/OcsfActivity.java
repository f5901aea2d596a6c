package dev.frostbyte.audit;

import static dev.frostbyte.audit.OcsfClass.API_ACTIVITY;
import static dev.frostbyte.audit.OcsfClass.DATASTORE_ACTIVITY;
import static dev.frostbyte.audit.OcsfClass.DATA_SECURITY_FINDING;
import static dev.frostbyte.audit.OcsfClass.ENTITY_MANAGEMENT;
import static dev.frostbyte.audit.OcsfClass.SCAN_ACTIVITY;

/** The activities of OCSF event classes that are used, by the numbers of OCSF 1.7.0. */
enum OcsfActivity {
  FINDING_CREATE(DATA_SECURITY_FINDING, 1, "Create"),
  FINDING_CLOSE(DATA_SECURITY_FINDING, 3, "Close"),
  ENTITY_CREATE(ENTITY_MANAGEMENT, 1, "Create"),
  ENTITY_UPDATE(ENTITY_MANAGEMENT, 3, "Update"),
  ENTITY_DELETE(ENTITY_MANAGEMENT, 4, "Delete"),
  ENTITY_SUSPEND(ENTITY_MANAGEMENT, 12, "Suspend"),
  ENTITY_RESUME(ENTITY_MANAGEMENT, 13, "Resume"),
  API_CREATE(API_ACTIVITY, 1, "Create"),
  API_READ(API_ACTIVITY, 2, "Read"),
  API_UPDATE(API_ACTIVITY, 3, "Update"),
  DATA_READ(DATASTORE_ACTIVITY, 1, "Read"),
  DATA_UPDATE(DATASTORE_ACTIVITY, 2, "Update"),
  DATA_QUERY(DATASTORE_ACTIVITY, 4, "Query"),
  DATA_WRITE(DATASTORE_ACTIVITY, 5, "Write"),
  DATA_DELETE(DATASTORE_ACTIVITY, 7, "Delete"),
  DATA_DECRYPT(DATASTORE_ACTIVITY, 10, "Decrypt"),
  SCAN_COMPLETED(SCAN_ACTIVITY, 2, "Completed");

  private final OcsfClass type;
  private final int id;
  private final String caption;

  OcsfActivity(OcsfClass type, int id, String caption) {
    this.type = type;
    this.id = id;
    this.caption = caption;
  }

  /** The class it belongs to. */
  OcsfClass type() {
    return type;
  }

  /** {@code activity_id}. */
  int id() {
    return id;
  }

  /** {@code activity_name}. */
  String caption() {
    return caption;
  }

  /** Whether it leaves its subject in another state than before. */
  boolean changes() {
    return switch (this) {
      case ENTITY_CREATE, ENTITY_UPDATE, ENTITY_DELETE, ENTITY_SUSPEND, ENTITY_RESUME -> true;
      case DATA_UPDATE, DATA_WRITE, DATA_DELETE, FINDING_CLOSE -> true;
      case API_CREATE, API_READ, API_UPDATE, SCAN_COMPLETED -> false;
      case DATA_READ, DATA_QUERY, DATA_DECRYPT, FINDING_CREATE -> false;
    };
  }
}

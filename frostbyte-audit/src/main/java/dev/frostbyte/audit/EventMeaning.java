package dev.frostbyte.audit;

import static dev.frostbyte.audit.EventMeaning.Outcome.FAILED;
import static dev.frostbyte.audit.EventMeaning.Outcome.HELD_BACK;
import static dev.frostbyte.audit.EventMeaning.Outcome.MIDWAY;
import static dev.frostbyte.audit.EventMeaning.Outcome.REQUESTED;
import static dev.frostbyte.audit.EventMeaning.Outcome.SUCCEEDED;
import static dev.frostbyte.audit.LineageStage.BATCH;
import static dev.frostbyte.audit.LineageStage.EGRESS;
import static dev.frostbyte.audit.LineageStage.EMBED;
import static dev.frostbyte.audit.LineageStage.ERASE;
import static dev.frostbyte.audit.LineageStage.EXPORT;
import static dev.frostbyte.audit.LineageStage.GATES;
import static dev.frostbyte.audit.LineageStage.GENERATE;
import static dev.frostbyte.audit.LineageStage.INDEX;
import static dev.frostbyte.audit.LineageStage.INTAKE;
import static dev.frostbyte.audit.LineageStage.NONE;
import static dev.frostbyte.audit.LineageStage.PARSE;
import static dev.frostbyte.audit.LineageStage.PUBLISH;
import static dev.frostbyte.audit.LineageStage.RELEASE;
import static dev.frostbyte.audit.LineageStage.RETRIEVE;
import static dev.frostbyte.audit.LineageStage.REVEAL;
import static dev.frostbyte.audit.LineageStage.REVIEW;
import static dev.frostbyte.audit.OcsfActivity.API_CREATE;
import static dev.frostbyte.audit.OcsfActivity.API_READ;
import static dev.frostbyte.audit.OcsfActivity.API_UPDATE;
import static dev.frostbyte.audit.OcsfActivity.DATA_DECRYPT;
import static dev.frostbyte.audit.OcsfActivity.DATA_DELETE;
import static dev.frostbyte.audit.OcsfActivity.DATA_QUERY;
import static dev.frostbyte.audit.OcsfActivity.DATA_READ;
import static dev.frostbyte.audit.OcsfActivity.DATA_UPDATE;
import static dev.frostbyte.audit.OcsfActivity.DATA_WRITE;
import static dev.frostbyte.audit.OcsfActivity.ENTITY_CREATE;
import static dev.frostbyte.audit.OcsfActivity.ENTITY_DELETE;
import static dev.frostbyte.audit.OcsfActivity.ENTITY_RESUME;
import static dev.frostbyte.audit.OcsfActivity.ENTITY_SUSPEND;
import static dev.frostbyte.audit.OcsfActivity.ENTITY_UPDATE;
import static dev.frostbyte.audit.OcsfActivity.FINDING_CLOSE;
import static dev.frostbyte.audit.OcsfActivity.FINDING_CREATE;
import static dev.frostbyte.audit.OcsfActivity.SCAN_COMPLETED;

import dev.frostbyte.api.audit.EventType;

/**
 * What an event type means to other people's tools. Immutable.
 *
 * @param activity what OCSF calls it
 * @param outcome how far it got
 * @param stage the job it belongs to in OpenLineage
 */
record EventMeaning(OcsfActivity activity, Outcome outcome, LineageStage stage) {
  /**
   * The table: one line for each type, and no type without a line, which is why the method is long.
   */
  static EventMeaning of(EventType type) {
    return switch (type) {
      case LOG_SEALED -> of(ENTITY_UPDATE, SUCCEEDED);
      case LOG_KEY_ROTATED -> of(ENTITY_UPDATE, SUCCEEDED);
      case TENANT_REQUESTED -> of(ENTITY_CREATE, REQUESTED);
      case TENANT_CREATED -> of(ENTITY_CREATE, SUCCEEDED);
      case TENANT_PROVISION_STARTED -> of(ENTITY_CREATE, REQUESTED);
      case TENANT_PROVISIONED -> of(ENTITY_CREATE, SUCCEEDED);
      case TENANT_PROVISION_FAILED -> of(ENTITY_CREATE, FAILED);
      case TENANT_PROVISION_RETRY -> of(ENTITY_CREATE, REQUESTED);
      case TENANT_CONFIG_UPDATED -> of(ENTITY_UPDATE, SUCCEEDED);
      case TENANT_SUSPENDED -> of(ENTITY_SUSPEND, SUCCEEDED);
      case TENANT_RESUMED -> of(ENTITY_RESUME, SUCCEEDED);
      case TENANT_DEPROVISION_STARTED -> of(ENTITY_DELETE, REQUESTED);
      case TENANT_DEPROVISIONED -> of(ENTITY_DELETE, SUCCEEDED);
      case TENANT_DEPROVISION_FAILED -> of(ENTITY_DELETE, FAILED);
      case TENANT_ABANDONED -> of(ENTITY_CREATE, FAILED);
      case ISOLATION_CHECKED -> of(SCAN_COMPLETED, SUCCEEDED);
      case POLICY_CHANGED -> of(ENTITY_UPDATE, SUCCEEDED);
      case KEY_ROTATED -> of(ENTITY_UPDATE, SUCCEEDED);
      case KEY_USED -> of(DATA_DECRYPT, SUCCEEDED);
      case SESSION_OPENED -> of(API_CREATE, SUCCEEDED);
      case ACCESS_DENIED -> of(API_CREATE, FAILED);
      case BATCH_RECEIVED -> of(API_CREATE, REQUESTED, BATCH);
      case BATCH_COMPLETED -> of(API_CREATE, SUCCEEDED, BATCH);
      case DOCUMENT_PUT_REQUESTED -> of(DATA_WRITE, REQUESTED, INTAKE);
      case DOCUMENT_INGESTED -> of(DATA_WRITE, SUCCEEDED, INTAKE);
      case DOCUMENT_REJECTED -> of(DATA_WRITE, FAILED, INTAKE);
      case DOCUMENT_UNCHANGED -> of(DATA_READ, SUCCEEDED, INTAKE);
      case DOCUMENT_PARSED -> of(DATA_READ, SUCCEEDED, PARSE);
      case DOCUMENT_PARSE_FAILED -> of(DATA_READ, FAILED, PARSE);
      case CONTENT_DROPPED -> of(DATA_READ, MIDWAY, PARSE);
      case POLICY_EVALUATED -> of(SCAN_COMPLETED, SUCCEEDED, GATES);
      case POLICY_GATE_PASSED -> of(SCAN_COMPLETED, MIDWAY, GATES);
      case POLICY_GATE_FAILED -> of(FINDING_CREATE, HELD_BACK, GATES);
      case PII_DETECTED -> of(FINDING_CREATE, MIDWAY, GATES);
      case DOCUMENT_EMBEDDED -> of(DATA_READ, SUCCEEDED, EMBED);
      case EMBEDDING_FAILED -> of(DATA_READ, FAILED, EMBED);
      case PUBLISH_REQUESTED -> of(DATA_UPDATE, REQUESTED, PUBLISH);
      case DOCUMENT_PUBLISHED -> of(DATA_UPDATE, SUCCEEDED, PUBLISH);
      case DOCUMENT_FAILED -> of(DATA_UPDATE, FAILED, PUBLISH);
      case DOCUMENT_QUARANTINED -> of(FINDING_CREATE, HELD_BACK, PUBLISH);
      case DOCUMENT_HELD -> of(FINDING_CREATE, HELD_BACK, PUBLISH);
      case INDEX_WRITTEN -> of(DATA_WRITE, SUCCEEDED, INDEX);
      case PROJECTIONS_REBUILT -> of(DATA_WRITE, SUCCEEDED, INDEX);
      case OBJECTS_SWEPT -> of(DATA_DELETE, SUCCEEDED);
      case REVIEW_DECIDED -> of(FINDING_CLOSE, SUCCEEDED, REVIEW);
      case RELEASE_REQUESTED -> of(DATA_UPDATE, REQUESTED, RELEASE);
      case DOCUMENT_RELEASED -> of(DATA_UPDATE, SUCCEEDED, RELEASE);
      case REVEAL_REQUESTED -> of(DATA_DECRYPT, REQUESTED, REVEAL);
      case REVEAL_MADE -> of(DATA_DECRYPT, SUCCEEDED, REVEAL);
      case RETRIEVAL_EXECUTED -> of(DATA_QUERY, SUCCEEDED, RETRIEVE);
      case GENERATION_EXECUTED -> of(API_READ, SUCCEEDED, GENERATE);
      case EGRESS_REQUESTED -> of(API_UPDATE, REQUESTED, EGRESS);
      case EGRESS_COMPLETED -> of(API_UPDATE, SUCCEEDED, EGRESS);
      case EGRESS_FAILED -> of(API_UPDATE, FAILED, EGRESS);
      case EXPORT_REQUESTED -> of(DATA_READ, REQUESTED, EXPORT);
      case EXPORT_MADE -> of(DATA_READ, SUCCEEDED, EXPORT);
      case ERASURE_REQUESTED -> of(DATA_DELETE, REQUESTED, ERASE);
      case KEY_DESTROYED -> of(DATA_DELETE, MIDWAY, ERASE);
      case PHYSICALLY_REMOVED -> of(DATA_DELETE, SUCCEEDED, ERASE);
    };
  }

  private static EventMeaning of(OcsfActivity activity, Outcome outcome) {
    return of(activity, outcome, NONE);
  }

  private static EventMeaning of(OcsfActivity activity, Outcome outcome, LineageStage stage) {
    return new EventMeaning(activity, outcome, stage);
  }

  /** Whether the subject is in another state than before. */
  boolean changesSubject() {
    return switch (outcome) {
      case REQUESTED, FAILED -> false;
      case MIDWAY, SUCCEEDED -> activity.changes();
      case HELD_BACK -> true;
    };
  }

  /** How far something got. */
  enum Outcome {
    /** It will be done. */
    REQUESTED,
    /** A part of it is done. */
    MIDWAY,
    /** It is done. */
    SUCCEEDED,
    /** It was stopped on purpose. */
    HELD_BACK,
    /** It could not be done. */
    FAILED
  }
}

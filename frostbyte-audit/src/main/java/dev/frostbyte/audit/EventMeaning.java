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
 * What an event type means to other people's tools: one constant for each {@link EventType}, of the
 * same name. Immutable.
 */
enum EventMeaning {
  LOG_SEALED(ENTITY_UPDATE, SUCCEEDED),
  LOG_KEY_ROTATED(ENTITY_UPDATE, SUCCEEDED),
  TENANT_REQUESTED(ENTITY_CREATE, REQUESTED),
  TENANT_CREATED(ENTITY_CREATE, SUCCEEDED),
  TENANT_PROVISION_STARTED(ENTITY_CREATE, REQUESTED),
  TENANT_PROVISIONED(ENTITY_CREATE, SUCCEEDED),
  TENANT_PROVISION_FAILED(ENTITY_CREATE, FAILED),
  TENANT_PROVISION_RETRY(ENTITY_CREATE, REQUESTED),
  TENANT_CONFIG_UPDATED(ENTITY_UPDATE, SUCCEEDED),
  TENANT_SUSPENDED(ENTITY_SUSPEND, SUCCEEDED),
  TENANT_RESUMED(ENTITY_RESUME, SUCCEEDED),
  TENANT_DEPROVISION_STARTED(ENTITY_DELETE, REQUESTED),
  TENANT_DEPROVISIONED(ENTITY_DELETE, SUCCEEDED),
  TENANT_DEPROVISION_FAILED(ENTITY_DELETE, FAILED),
  TENANT_ABANDONED(ENTITY_CREATE, FAILED),
  ISOLATION_CHECKED(SCAN_COMPLETED, SUCCEEDED),
  POLICY_CHANGED(ENTITY_UPDATE, SUCCEEDED),
  KEY_ROTATED(ENTITY_UPDATE, SUCCEEDED),
  KEY_USED(DATA_DECRYPT, SUCCEEDED),
  SESSION_OPENED(API_CREATE, SUCCEEDED),
  ACCESS_DENIED(API_CREATE, FAILED),
  BATCH_RECEIVED(API_CREATE, REQUESTED, BATCH),
  BATCH_COMPLETED(API_CREATE, SUCCEEDED, BATCH),
  DOCUMENT_PUT_REQUESTED(DATA_WRITE, REQUESTED, INTAKE),
  DOCUMENT_INGESTED(DATA_WRITE, SUCCEEDED, INTAKE),
  DOCUMENT_REJECTED(DATA_WRITE, FAILED, INTAKE),
  DOCUMENT_UNCHANGED(DATA_READ, SUCCEEDED, INTAKE),
  DOCUMENT_SCANNED(SCAN_COMPLETED, MIDWAY, INTAKE),
  ATTACHMENTS_TAKEN(DATA_READ, SUCCEEDED),
  DOCUMENT_PARSED(DATA_READ, SUCCEEDED, PARSE),
  DOCUMENT_PARSE_FAILED(DATA_READ, FAILED, PARSE),
  CONTENT_DROPPED(DATA_READ, MIDWAY, PARSE),
  POLICY_EVALUATED(SCAN_COMPLETED, SUCCEEDED, GATES),
  POLICY_GATE_PASSED(SCAN_COMPLETED, MIDWAY, GATES),
  POLICY_GATE_FAILED(FINDING_CREATE, HELD_BACK, GATES),
  PII_DETECTED(FINDING_CREATE, MIDWAY, GATES),
  DOCUMENT_EMBEDDED(DATA_READ, SUCCEEDED, EMBED),
  EMBEDDING_FAILED(DATA_READ, FAILED, EMBED),
  PUBLISH_REQUESTED(DATA_UPDATE, REQUESTED, PUBLISH),
  DOCUMENT_PUBLISHED(DATA_UPDATE, SUCCEEDED, PUBLISH),
  DOCUMENT_FAILED(DATA_UPDATE, FAILED, PUBLISH),
  DOCUMENT_QUARANTINED(FINDING_CREATE, HELD_BACK, PUBLISH),
  DOCUMENT_HELD(FINDING_CREATE, HELD_BACK, PUBLISH),
  INDEX_WRITTEN(DATA_WRITE, SUCCEEDED, INDEX),
  PROJECTIONS_REBUILT(DATA_WRITE, SUCCEEDED, INDEX),
  OBJECTS_SWEPT(DATA_DELETE, SUCCEEDED),
  REVIEW_DECIDED(FINDING_CLOSE, SUCCEEDED, REVIEW),
  RELEASE_REQUESTED(DATA_UPDATE, REQUESTED, RELEASE),
  DOCUMENT_RELEASED(DATA_UPDATE, SUCCEEDED, RELEASE),
  REVEAL_ASKED(API_CREATE, REQUESTED),
  REVEAL_DECIDED(API_UPDATE, SUCCEEDED),
  REVEAL_REQUESTED(DATA_DECRYPT, REQUESTED, REVEAL),
  REVEAL_MADE(DATA_DECRYPT, SUCCEEDED, REVEAL),
  RETRIEVAL_EXECUTED(DATA_QUERY, SUCCEEDED, RETRIEVE),
  GENERATION_EXECUTED(API_READ, SUCCEEDED, GENERATE),
  EGRESS_REQUESTED(API_UPDATE, REQUESTED, EGRESS),
  EGRESS_COMPLETED(API_UPDATE, SUCCEEDED, EGRESS),
  EGRESS_FAILED(API_UPDATE, FAILED, EGRESS),
  EXPORT_REQUESTED(DATA_READ, REQUESTED, EXPORT),
  EXPORT_MADE(DATA_READ, SUCCEEDED, EXPORT),
  ERASURE_REQUESTED(DATA_DELETE, REQUESTED, ERASE),
  KEY_DESTROYED(DATA_DELETE, MIDWAY, ERASE),
  PHYSICALLY_REMOVED(DATA_DELETE, SUCCEEDED, ERASE);

  private final OcsfActivity activity;
  private final Outcome outcome;
  private final LineageStage stage;

  EventMeaning(OcsfActivity activity, Outcome outcome) {
    this(activity, outcome, NONE);
  }

  EventMeaning(OcsfActivity activity, Outcome outcome, LineageStage stage) {
    this.activity = activity;
    this.outcome = outcome;
    this.stage = stage;
  }

  static EventMeaning of(EventType type) {
    return valueOf(type.name());
  }

  /** What OCSF calls it. */
  OcsfActivity activity() {
    return activity;
  }

  /** How far it got. */
  Outcome outcome() {
    return outcome;
  }

  /** The job it belongs to in OpenLineage. */
  LineageStage stage() {
    return stage;
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

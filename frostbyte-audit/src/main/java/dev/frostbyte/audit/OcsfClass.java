package dev.frostbyte.audit;

/** The OCSF 1.7.0 event classes that are used. The number of a class is category * 1000 + uid. */
enum OcsfClass {
  DATA_SECURITY_FINDING(2006, "Data Security Finding", "Findings"),
  ENTITY_MANAGEMENT(3004, "Entity Management", "Identity & Access Management"),
  API_ACTIVITY(6003, "API Activity", "Application Activity"),
  DATASTORE_ACTIVITY(6005, "Datastore Activity", "Application Activity"),
  SCAN_ACTIVITY(6007, "Scan Activity", "Application Activity");

  private final int uid;
  private final String caption;
  private final String category;

  OcsfClass(int uid, String caption, String category) {
    this.uid = uid;
    this.caption = caption;
    this.category = category;
  }

  /** {@code class_uid}. */
  int uid() {
    return uid;
  }

  /** {@code class_name}. */
  String caption() {
    return caption;
  }

  /** {@code category_uid}. */
  int categoryUid() {
    return uid / 1000;
  }

  /** {@code category_name}. */
  String category() {
    return category;
  }
}

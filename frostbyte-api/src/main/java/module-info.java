/** Types and extension points of Frostbyte; depends on nothing but the JDK. */
module dev.frostbyte.api {
  requires static transitive org.jspecify;

  exports dev.frostbyte.api.audit;
  exports dev.frostbyte.api.file;
  exports dev.frostbyte.api.model;
  exports dev.frostbyte.api.seal;
  exports dev.frostbyte.api.spi;
  exports dev.frostbyte.api.tenant;
}

package dev.frostbyte.hetzner;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The error codes that the Hetzner Cloud API documents for every endpoint. Immutable. */
public enum ErrorCode {
  JSON_ERROR("json_error", "Report it: the client sent what the API cannot read."),
  UNAUTHORIZED("unauthorized", "Check that the token exists and belongs to this project."),
  TOKEN_READONLY("token_readonly", "Use a token that may write."),
  FORBIDDEN("forbidden", "Use a token with the permission for this request."),
  MAINTENANCE("maintenance", "Wait for the end of the maintenance."),
  RESOURCE_LIMIT_EXCEEDED("resource_limit_exceeded", "Delete unused resources or ask for more."),
  NOT_FOUND("not_found", "Check the id, and that the token belongs to the same project."),
  METHOD_NOT_ALLOWED("method_not_allowed", "Check the base URL."),
  UNIQUENESS_ERROR("uniqueness_error", "Choose another value or use the existing resource."),
  CONFLICT("conflict", "Ask again: the resource changed meanwhile."),
  DEPRECATED_API_ENDPOINT("deprecated_api_endpoint", "Take a newer release of this library."),
  RESOURCE_UNAVAILABLE("resource_unavailable", "Choose another type or location, or wait."),
  INVALID_INPUT("invalid_input", "Correct the fields named."),
  SERVICE_ERROR("service_error", "See the provider's status page."),
  UNSUPPORTED_ERROR("unsupported_error", "The resource cannot do this; choose another."),
  LOCKED("locked", "Wait for the running action on the resource."),
  PROTECTED("protected", "Lift the protection of the resource first."),
  RATE_LIMIT_EXCEEDED("rate_limit_exceeded", "Ask less often; the limit holds per project."),
  SERVER_ERROR("server_error", "See the provider's status page."),
  BAD_GATEWAY("bad_gateway", "Ask again later."),
  UNAVAILABLE("unavailable", "See the provider's status page."),
  TIMEOUT("timeout", "Ask again later."),
  /** A code that this release does not know; {@link HetznerError.Refused#rawCode()} keeps it. */
  UNKNOWN("", "Look the code up in the provider's documentation.");

  private static final Map<String, ErrorCode> BY_WIRE =
      Arrays.stream(values())
          .filter(code -> code != UNKNOWN)
          .collect(Collectors.toUnmodifiableMap(code -> code.wire, Function.identity()));

  private final String wire;
  private final String advice;

  ErrorCode(String wire, String advice) {
    this.wire = wire;
    this.advice = advice;
  }

  /** The code of that exact text, or {@link #UNKNOWN}. */
  static ErrorCode of(String wire) {
    return BY_WIRE.getOrDefault(wire, UNKNOWN);
  }

  String advice() {
    return advice;
  }

  /** The choice of Hetzner's own Go client: not locked, not resource_unavailable. */
  boolean retryable() {
    return switch (this) {
      case CONFLICT, RATE_LIMIT_EXCEEDED, BAD_GATEWAY, TIMEOUT -> true;
      default -> false;
    };
  }
}

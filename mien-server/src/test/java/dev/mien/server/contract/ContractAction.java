package dev.mien.server.contract;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an action promises.
 *
 * @param name as on the wire
 * @param description what it does
 * @param versions the API versions that have it; empty means all
 * @param changes whether a successful call changes what is stored
 * @param request its parameters, in order
 * @param response what it answers besides the request id, in order
 * @param errors the codes of its family that it may answer; those of every action are not listed
 * @param example a request that succeeds in a {@link ContractWorld}; texts like {@code
 *     ${photo:ANN}} stand for what only that world knows
 */
record ContractAction(
    String name,
    String description,
    List<String> versions,
    boolean changes,
    List<Field> request,
    List<Field> response,
    List<String> errors,
    ObjectNode example) {

  ContractAction {
    versions = versions == null ? List.of() : List.copyOf(versions);
  }

  boolean isIn(String version) {
    return versions.isEmpty() || versions.contains(version);
  }

  List<Field> request(String version) {
    return request.stream().filter(field -> field.isIn(version)).toList();
  }
}

package dev.mien.server.contract;

import java.util.List;

/** A data type that requests and responses use. */
record ContractType(String name, String description, List<Field> fields) {}

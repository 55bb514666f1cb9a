package dev.mien.server.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something to do in a data directory, whether a server runs on it or not. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
  @JsonSubTypes.Type(value = KeyCommand.Create.class, name = "create"),
  @JsonSubTypes.Type(value = KeyCommand.ListAll.class, name = "list"),
  @JsonSubTypes.Type(value = KeyCommand.Disable.class, name = "disable"),
  @JsonSubTypes.Type(value = MediaCommand.Add.class, name = "media-add"),
  @JsonSubTypes.Type(value = MediaCommand.ListAll.class, name = "media-list"),
  @JsonSubTypes.Type(value = MediaCommand.Remove.class, name = "media-remove"),
  @JsonSubTypes.Type(value = MakeBackup.class, name = "backup")
})
public sealed interface ControlCommand permits KeyCommand, MediaCommand, MakeBackup {}

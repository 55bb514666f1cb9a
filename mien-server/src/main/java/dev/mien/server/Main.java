package dev.mien.server;

import dev.mien.server.cli.MienCommand;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(MienCommand.run(arguments));
  }
}

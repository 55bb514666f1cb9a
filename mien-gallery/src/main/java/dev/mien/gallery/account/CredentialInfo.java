package dev.mien.gallery.account;

import java.time.Instant;

/**
 * A credential without its secret.
 *
 * @param secretId the public half
 * @param state whether it can be used
 * @param createdAt to the millisecond
 */
public record CredentialInfo(String secretId, CredentialState state, Instant createdAt) {}

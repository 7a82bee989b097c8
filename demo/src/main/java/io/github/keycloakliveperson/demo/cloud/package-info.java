/**
 * A simulated Conversational Cloud: the messaging window in its forms, and the agent's workspace.
 *
 * <p>Everything is kept in memory only and nothing about a consumer is logged.
 */
package io.github.keycloakliveperson.demo.cloud;

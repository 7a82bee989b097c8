/** What an admin's monitoring sees of LivePerson's sign-ins: events, metrics, dashboard, alerts. */
package io.github.keycloakliveperson.it.monitoring;

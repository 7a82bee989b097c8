/**
 * Chromium, Firefox and WebKit behind one small interface, for stories that every engine's users
 * live through. What only Chromium is asked stays with Playwright ({@code @RealChromium}).
 */
package io.github.keycloakliveperson.it.harness.browser;

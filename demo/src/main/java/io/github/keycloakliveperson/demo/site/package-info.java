/** What both of the demo's web servers share: pages from templates, static files, safe headers. */
package io.github.keycloakliveperson.demo.site;

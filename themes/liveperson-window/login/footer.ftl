<#-- Keycloak's own hook at the end of every page. -->
<#import "liveperson-style.ftl" as liveperson>
<#macro content>
<@liveperson.style/>
</#macro>

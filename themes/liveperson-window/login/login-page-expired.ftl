<#-- Keycloak's page runs two links into its sentences; in a chat window they are two buttons. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("pageExpiredTitle")}
    <#elseif section = "form">
        <div id="kc-page-expired">
            <a id="loginRestartLink" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}"
               href="${url.loginRestartFlowUrl}">${msg("pageExpiredMsg1")}</a>
            <a id="loginContinueLink" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}"
               href="${url.loginAction}">${msg("pageExpiredMsg2")}</a>
        </div>
    </#if>
</@layout.registrationLayout>

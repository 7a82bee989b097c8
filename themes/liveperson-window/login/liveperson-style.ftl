<#-- Hands the theme properties to the style sheet. -->
<#function address path>
  <#return path?matches("https?://.*")?then(path, url.resourcesPath + "/" + path)>
</#function>
<#macro style>
<style>
:root {
  --liveperson-accent: ${properties.livepersonAccentColor};
  --liveperson-on-accent: ${properties.livepersonOnAccentColor};
  --liveperson-background: ${properties.livepersonBackgroundColor};
}
:root.${properties.kcDarkModeClass!"pf-v5-theme-dark"} {
  --liveperson-accent: ${properties.livepersonDarkAccentColor};
  --liveperson-on-accent: ${properties.livepersonDarkOnAccentColor};
  --liveperson-background: ${properties.livepersonDarkBackgroundColor};
}
<#if properties.livepersonLogo?has_content>
#kc-header-wrapper {
  background-image: url("${address(properties.livepersonLogo)}");
  height: ${properties.livepersonLogoHeight};
  overflow: hidden;
  text-indent: -200vw;
}
</#if>
<#if properties.livepersonDarkLogo?has_content>
:root.${properties.kcDarkModeClass!"pf-v5-theme-dark"} #kc-header-wrapper {
  background-image: url("${address(properties.livepersonDarkLogo)}");
}
</#if>
</style>
</#macro>

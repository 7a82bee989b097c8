// Percent-encodes what Keycloak's HTTP server refuses in a query, and leaves every other character as it is.
function query(r) {
    return (r.variables.args || '')
        .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
        .replace(/[^A-Za-z0-9\-._~!$%&'()*+,;=:@\/?]/g, encodeURIComponent);
}

export default { query };

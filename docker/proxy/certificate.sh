# A self-signed certificate for localhost, unless there is one.
set -eu
cd /etc/nginx/tls
if [ ! -s server.crt ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 365 -keyout server.key -out server.crt \
    -subj "/CN=localhost" -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" 2> /dev/null
  chmod 600 server.key
fi
openssl x509 -in server.crt -noout -subject -enddate

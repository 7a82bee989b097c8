FROM stand-in/debian
RUN groupadd -r -g 101 nginx && useradd -r -g nginx -u 101 -d /var/cache/nginx nginx \
 && apt-get update -qq && apt-get install -qq -y --no-install-recommends nginx-light > /dev/null && rm -rf /var/lib/apt/lists/* \
 && mkdir -p /var/cache/nginx /var/log/nginx && ln -sf /dev/stdout /var/log/nginx/access.log && ln -sf /dev/stderr /var/log/nginx/error.log
CMD ["nginx", "-g", "daemon off;"]

#!/bin/sh
# workerd that ends with whoever started it, a kill -9 included, and leaves no port taken. (Linux; elsewhere as it is.)
if setpriv --pdeathsig KILL true 2>/dev/null; then
  exec setpriv --pdeathsig KILL "$WORKERD" "$@"
fi
exec "$WORKERD" "$@"

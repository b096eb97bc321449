// Prints a TCP port that nobody uses.
'use strict';

const server = require('net').createServer();
server.listen(0, '127.0.0.1', () => {
  console.log(server.address().port);
  server.close();
});

// Runs in the call's page before its own scripts: notices the connections that the page makes, and changes nothing about
// them. What it noticed is asked for by PagePulse. `origin` is filled in: pages of other hosts are left alone.
(function (origin) {
  if (location.origin !== origin) return;
  const peers = new Set();
  const sockets = new Set();
  let broken = false;

  const describe = RTCPeerConnection.prototype.setLocalDescription;
  RTCPeerConnection.prototype.setLocalDescription = function setLocalDescription(...args) {
    peers.add(this);
    return describe.apply(this, args);
  };

  // A socket counts from its first message on: those that never open are the page's tries to reconnect.
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...args) {
    if (!sockets.has(this) && this.readyState === WebSocket.OPEN) {
      sockets.add(this);
      broken = false;
      this.addEventListener('close', (event) => {
        sockets.delete(this);
        if (sockets.size === 0) broken = !event.wasClean;
      });
    }
    return send.apply(this, args);
  };

  Object.defineProperty(window, Symbol.for('teleconsult.watch'), {
    value: () => {
      for (const peer of peers) if (peer.connectionState === 'closed') peers.delete(peer);
      return {
        online: navigator.onLine,
        broken,
        sockets: sockets.size,
        peers: [...peers].map((peer) => peer.connectionState),
      };
    },
  });
})('%origin%');

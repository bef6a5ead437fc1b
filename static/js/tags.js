// The tags that a visitor has agreed to, each begun as its maker's own lines would, which may not stand in a page.
function add(src, data = {}) {
  const script = Object.assign(document.createElement("script"), { src, async: true });
  Object.assign(script.dataset, data);
  document.head.append(script);
}

const LOADERS = {
  google({ id }) {
    window.dataLayer = [];
    window.gtag = function () {
      window.dataLayer.push(arguments);
    };
    window.gtag("js", new Date());
    window.gtag("config", id);
    add(`https://www.googletagmanager.com/gtag/js?id=${id}`);
  },

  matomo({ address, site }) {
    window._paq = [
      ["setTrackerUrl", `${address}matomo.php`],
      ["setSiteId", site],
      ["trackPageView"],
      ["enableLinkTracking"],
    ];
    add(`${address}matomo.js`);
  },

  plausible({ domain, address }) {
    add(`${address}/js/script.js`, { domain });
  },

  meta({ id }) {
    const fbq = (...call) => (fbq.callMethod ? fbq.callMethod(...call) : fbq.queue.push(call));
    Object.assign(fbq, { push: fbq, loaded: true, version: "2.0", queue: [] });
    window.fbq = window._fbq = fbq;
    fbq("init", id);
    fbq("track", "PageView");
    add("https://connect.facebook.net/en_US/fbevents.js");
  },

  linkedin({ id }) {
    window._linkedin_partner_id = id;
    window._linkedin_data_partner_ids = [id];
    window.lintrk = (...call) => window.lintrk.q.push(call);
    window.lintrk.q = [];
    add("https://snap.licdn.com/li.lms-analytics/insight.min.js");
  },
};

export function load(tags) {
  for (const { kind, options } of tags) LOADERS[kind](options);
}

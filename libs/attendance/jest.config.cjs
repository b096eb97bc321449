// Days belong to the zones of sites. The zone of whoever reckons plays no part, which shows where that one has other
// days and other changes of the clock than the sites of the specs.
process.env.TZ ??= 'America/New_York';

module.exports = { ...require('../../jest.preset.cjs'), displayName: 'attendance' };

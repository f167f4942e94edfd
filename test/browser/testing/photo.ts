import sharp from 'sharp';

/** A photo as a telephone takes it: large, and with the place it was taken at in it. */
export function photoWithPlace({ width = 3000, height = 2000 } = {}): Promise<Buffer> {
  return sharp({
    create: { width, height, channels: 3, background: '#7a8f6a', noise: { type: 'gaussian', mean: 120, sigma: 40 } },
  })
    .jpeg({ quality: 90 })
    .withExif({
      IFD0: { Make: 'Telephone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '39/1 46/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '98/1 17/1 20/1',
      },
    })
    .toBuffer();
}
